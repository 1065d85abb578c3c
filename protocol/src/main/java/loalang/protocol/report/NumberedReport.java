// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import java.time.Duration;
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
 * @param clockBound how wrong that clock is at most, as far as the node can tell; null if it cannot
 * @throws IllegalArgumentException if number and previous do not fit together, or the bound is
 *     negative
 */
public record NumberedReport(
    SpeakerId speaker,
    long number,
    @Nullable Digest previous,
    Instant at,
    Report report,
    @Nullable Duration clockBound) {

  /** A report of a node that cannot tell how wrong its clock is. */
  public NumberedReport(
      SpeakerId speaker, long number, @Nullable Digest previous, Instant at, Report report) {
    this(speaker, number, previous, at, report, null);
  }

  public NumberedReport {
    if (number < 1 || (number == 1) != (previous == null)) {
      throw new IllegalArgumentException(
          "Reports count from 1; all but the first name the one before, was %d after %s."
              .formatted(number, previous));
    }
    if (clockBound != null && clockBound.isNegative()) {
      throw new IllegalArgumentException("A bound is 0 or more, was " + clockBound);
    }
  }
}
