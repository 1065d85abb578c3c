// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The test kit of announcements: an engine that sounds without a voice, and ears.
 *
 * <p>Shipped as a test jar for the tests of other modules; never in a release.
 */
@NullMarked
package loalang.announcements.testkit;

import org.jspecify.annotations.NullMarked;
