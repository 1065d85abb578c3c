// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import java.time.Instant;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import org.jspecify.annotations.Nullable;

/**
 * A report in its place in the node's chain: what is signed with the node's key.
 *
 * <p>The number makes it count once however often it arrives; the digest of the one before makes a
 * removed or altered report visible.
 *
 * @param speaker who says so
 * @param number 1 for the first report of a node, then one more each
 * @param previous SHA-256 of the signed bytes of the report before; null for number 1 only
 * @param at when it was written, by the node's clock
 * @param report what happened
 * @throws IllegalArgumentException if number and previous do not fit together
 */
public record NumberedReport(
    SpeakerId speaker, long number, @Nullable Digest previous, Instant at, Report report) {
  public NumberedReport {
    if (number < 1 || (number == 1) != (previous == null)) {
      throw new IllegalArgumentException(
          "Reports count from 1; all but the first name the one before, was %d after %s."
              .formatted(number, previous));
    }
  }
}
