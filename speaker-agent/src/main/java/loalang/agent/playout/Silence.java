// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import loalang.protocol.envelope.KeyId;

/**
 * An order of silence as it was judged.
 *
 * @param until end, exclusive; a past instant ends a silence that holds
 * @param by whose order
 * @param sequence of its warrant
 */
public record Silence(Instant until, KeyId by, long sequence) {}
