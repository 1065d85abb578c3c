// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.util.List;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Fact;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Step;
import loalang.agent.trust.KeyRing;
import loalang.agent.trust.OfficeWord;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.Issuer;
import loalang.protocol.report.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the keys. Not thread-safe: the agent thread only. */
final class KeyDesk {
  private static final Logger LOG = LoggerFactory.getLogger(KeyDesk.class);

  private final SpeakerId speaker;
  private final NodeClock clock;
  private final KeyRingStore store;
  private final Trust trust;
  private final Books books;

  KeyDesk(NodeParts parts, Trust trust, Books books) {
    this.speaker = parts.identity().station().speaker();
    this.clock = parts.clock();
    this.store = parts.keys();
    this.trust = trust;
    this.books = books;
  }

  /** What was adopted before a crash and not reported. */
  void begin() {
    distrustRevoked();
    for (Issuer level : Issuer.values()) {
      long edition = trust.ring().level(level).edition();
      if (edition > books.memory().standing().keysReported(level)) {
        report(level, edition);
      }
    }
  }

  /** Judges a statement; true if other keys are obeyed from now on. */
  boolean stated(byte[] payload, Health health) {
    OfficeWord.Stated stated = trust.word().keys(payload).orElse(null);
    if (stated == null) {
      LOG.warn("speaker={} KEY_STATEMENT_UNVERIFIED thrown away", speaker);
      health.unverified("KEY_STATEMENT_UNVERIFIED");
      return false;
    }
    KeyRing.Adoption adoption = trust.ring().adopt(stated.statement(), stated.signer());
    if (adoption instanceof KeyRing.Adoption.NotAllowed) {
      LOG.warn("speaker={} keyId={} KEY_STATEMENT_NOT_ALLOWED", speaker, stated.signer());
      health.unverified("KEY_STATEMENT_NOT_ALLOWED");
    }
    return adoption instanceof KeyRing.Adoption.Adopted adopted && adopt(adopted.next(), stated);
  }

  private boolean adopt(KeyRing next, OfficeWord.Stated stated) {
    try {
      store.store(next);
    } catch (ProblemException e) {
      LOG.error("speaker={} {}", speaker, e.problem());
    }
    trust.obey(next); // a key that is revoked is mute at once, whatever the disk says
    distrustRevoked();
    report(stated.statement().level(), stated.statement().edition());
    return true;
  }

  private void distrustRevoked() {
    books.happened(
        (playout, at) -> Change.of(playout.trusting(trust.station().signers(), at)),
        clock.instant());
  }

  private void report(Issuer level, long edition) {
    Effect say = new Effect.Say(new Report.KeysAdopted(level, edition));
    books.happened(
        (playout, at) ->
            new Change(
                List.of(new Fact.KeysReported(level, edition)), new Step(playout, List.of(say))),
        clock.instant());
  }
}
