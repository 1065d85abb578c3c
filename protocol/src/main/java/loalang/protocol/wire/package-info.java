// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Bytes to values and back: the only room that knows JSON.
 *
 * <p>Pure, any thread. Unknown fields are tolerated so that an old pole understands a new office;
 * unknown kinds are refused. What may not enter: signatures, topics, what to do about a message.
 */
@NullMarked
package loalang.protocol.wire;

import org.jspecify.annotations.NullMarked;
