// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A village in a test: an office with the real broker and the real database, poles made of Paho, an
 * officer with an HTTP client.
 *
 * <p>What may not enter: mocks, sleeps, fixed ports.
 */
@NullMarked
package loalang.controller.kit;

import org.jspecify.annotations.NullMarked;
