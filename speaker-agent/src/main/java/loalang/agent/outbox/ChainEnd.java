// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.outbox;

import java.time.Duration;
import java.time.Instant;
import loalang.agent.journal.Bytes;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * The last link of the chain of reports, to which the next one is joined.
 *
 * @param number of the last report; 0 if there is none
 * @param digest of its signed bytes; null if there is none
 */
public record ChainEnd(long number, @Nullable Digest digest) {

  /**
   * A report in the next place.
   *
   * @param clockBound how wrong the time is at most; null if nobody knows
   */
  public NumberedReport join(
      SpeakerId speaker, Instant at, Report report, @Nullable Duration clockBound) {
    return new NumberedReport(speaker, number + 1, digest, at, report, clockBound);
  }

  /** The end of the chain after that report was signed. */
  public ChainEnd after(Bytes envelope) {
    return new ChainEnd(number + 1, Digest.of(envelope.toArray()));
  }
}
