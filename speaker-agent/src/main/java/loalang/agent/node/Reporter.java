// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import loalang.agent.journal.Bytes;
import loalang.agent.outbox.ChainEnd;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Wire;

/**
 * Who reports and when.
 *
 * @param speaker who
 * @param signer with the pole's own key
 * @param at by the node's clock
 * @param bound how wrong that clock is at most; empty if nobody knows
 */
record Reporter(SpeakerId speaker, EnvelopeSigner signer, Instant at, Optional<Duration> bound) {

  /** A report in its place in the chain, signed. */
  Bytes sealed(ChainEnd chain, Report report) {
    NumberedReport numbered = chain.join(speaker, at, report, bound.orElse(null));
    return new Bytes(signer.seal(MessageType.REPORT, Wire.REPORT.encode(numbered)));
  }
}
