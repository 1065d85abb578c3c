// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Bytes;
import loalang.agent.journal.Fact;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Step;
import loalang.agent.trust.KeyRing;
import loalang.agent.trust.OfficeWord;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.Issuer;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the keys. Not thread-safe: the agent thread only. */
final class KeyDesk {
  private static final Logger LOG = LoggerFactory.getLogger(KeyDesk.class);

  private static final Duration RETRY = Duration.ofSeconds(10);

  private final SpeakerId speaker;
  private final NodeClock clock;
  private final KeyRingStore store;
  private final Trust trust;
  private final Books books;
  private final Runnable adopted;
  private @Nullable Bytes unstored;
  private Instant retryAt = Instant.MIN;

  /**
   * A desk.
   *
   * @param adopted told when other keys are obeyed
   */
  KeyDesk(NodeParts parts, Trust trust, Books books, Runnable adopted) {
    this.speaker = parts.identity().station().speaker();
    this.clock = parts.clock();
    this.store = parts.keys();
    this.trust = trust;
    this.books = books;
    this.adopted = adopted;
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

  /** Tries again what the disk would not take. */
  void timePassed(Health health) {
    Bytes waiting = unstored;
    if (waiting != null && !clock.instant().isBefore(retryAt)) {
      stated(waiting.toArray(), health);
    }
  }

  /** Judges a statement. */
  void stated(byte[] payload, Health health) {
    OfficeWord.Stated stated = trust.word().keys(payload).orElse(null);
    if (stated == null) {
      LOG.warn("speaker={} KEY_STATEMENT_UNVERIFIED thrown away", speaker);
      health.unverified("KEY_STATEMENT_UNVERIFIED");
      return;
    }
    KeyRing.Adoption adoption = trust.ring().adopt(stated.statement(), stated.signer());
    if (adoption instanceof KeyRing.Adoption.NotAllowed) {
      LOG.warn("speaker={} keyId={} KEY_STATEMENT_NOT_ALLOWED", speaker, stated.signer());
      health.unverified("KEY_STATEMENT_NOT_ALLOWED");
    }
    if (adoption instanceof KeyRing.Adoption.Adopted one) {
      adopt(one.next(), stated, new Held(new Bytes(payload), health));
    }
  }

  private record Held(Bytes payload, Health health) {}

  /** Only what is on the disk is obeyed, or a restart would bring the keys of before back. */
  private void adopt(KeyRing next, OfficeWord.Stated stated, Held held) {
    try {
      store.store(next);
    } catch (ProblemException e) {
      LOG.error("speaker={} {}", speaker, e.problem());
      held.health().troubledBy(e.problem().code());
      unstored = held.payload();
      retryAt = clock.instant().plus(RETRY);
      return;
    }
    unstored = null;
    held.health().untroubled();
    trust.obey(next);
    distrustRevoked();
    report(stated.statement().level(), stated.statement().edition());
    adopted.run();
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
