// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Which keys a pole is to obey from now on: how keys change without anybody climbing to the pole.
 *
 * <p>Values only, any thread. What may not enter: private keys, key storage, the judgement whether
 * a statement is believed.
 */
@NullMarked
package loalang.protocol.keys;

import org.jspecify.annotations.NullMarked;
