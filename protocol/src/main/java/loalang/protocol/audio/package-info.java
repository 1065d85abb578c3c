// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How a recording travels: asked for by digest, sent as bounded numbered parts.
 *
 * <p>Values and the arithmetic of parts, any thread. What may not enter: files, codecs, when to ask
 * again.
 */
@NullMarked
package loalang.protocol.audio;

import org.jspecify.annotations.NullMarked;
