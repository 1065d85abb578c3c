// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.clock;

import java.time.Instant;
import loalang.protocol.SpeakerId;

/**
 * The office's two instants of the four. Signed by the office: the clock decides which orders are
 * still valid, so whoever could set it could replay them.
 *
 * @param speaker who asked
 * @param nonce of the question, so that an old answer is worth nothing
 * @param receivedAt when the question arrived, by the office's clock
 * @param answeredAt when the answer was written, not before receivedAt
 * @throws IllegalArgumentException if the nonce is none or the instants are in the wrong order
 */
public record ClockAnswer(SpeakerId speaker, String nonce, Instant receivedAt, Instant answeredAt) {
  public ClockAnswer {
    if (!ClockQuestion.isNonce(nonce)) {
      throw new IllegalArgumentException("A clock answer repeats the nonce of its question.");
    }
    if (answeredAt.isBefore(receivedAt)) {
      throw new IllegalArgumentException(
          "An answer is not written before the question came, was %s, %s."
              .formatted(receivedAt, answeredAt));
    }
  }
}
