// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the engine Piper, with a model they build themselves. */
@NullMarked
package loalang.piper;

import org.jspecify.annotations.NullMarked;
