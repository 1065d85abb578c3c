// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;

/**
 * All that proves what became of one airing.
 *
 * @param airing as it stands
 * @param standings of its speakers, by name
 * @param proofs every report about it, by speaker and number
 */
public record Evidence(
    AiringRecord airing, SortedMap<SpeakerId, Standing> standings, List<Proof> proofs) {
  public Evidence {
    proofs = List.copyOf(proofs);
  }

  /**
   * One report as it is stored.
   *
   * @param report what the node wrote; its signature held when it came
   * @param received when, by the office's clock
   * @param digest SHA-256 of the signed bytes
   * @param faults of the chain at this report that are not healed: gap, broken, forked
   */
  public record Proof(NumberedReport report, Instant received, Digest digest, List<String> faults) {
    public Proof {
      faults = List.copyOf(faults);
    }
  }
}
