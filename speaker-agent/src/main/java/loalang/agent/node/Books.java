// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.Identity;
import loalang.agent.journal.Fact;
import loalang.agent.journal.Journal;
import loalang.agent.outbox.ReportOutbox;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Playout;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.playout.Silence;
import loalang.agent.playout.Step;
import loalang.protocol.ProblemException;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.report.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State and journal, kept in step: a change is in the journal before it is true. Not thread-safe:
 * the agent thread only.
 *
 * <p>While the disk takes nothing, what happened waits here in order and is written first when it
 * does again. Nothing begins to sound meanwhile; silence needs no journal: whatever would fall
 * silent if everything could be written falls silent at once.
 */
final class Books {
  private static final Logger LOG = LoggerFactory.getLogger(Books.class);
  private static final long REWRITE_BYTES = 1024 * 1024;

  private final Identity identity;
  private final EnvelopeSigner signer;
  private final Journal journal;
  private final ReportOutbox outbox = new ReportOutbox();
  private final Memory memory = new Memory(outbox);
  private final NodeClock clock;
  private final Effect.Hands hands;
  private final Deque<Change.Event> unwritten = new ArrayDeque<>();
  private Playout playout;
  private long rewriteAt = REWRITE_BYTES;
  private boolean refused; // said once, not at every try

  Books(Identity identity, Journal journal, NodeClock clock, Effect.Hands hands) {
    this.identity = identity;
    this.signer = new EnvelopeSigner(identity.key());
    this.journal = journal;
    this.clock = clock;
    this.hands = hands;
    memory.tell(journal.history());
    Playout known = known(PlayoutRules.DEFAULT);
    this.playout = clock.isKnown() ? known : known.withoutClock();
  }

  /** What is allowed from now on. */
  void rule(PlayoutRules rules) {
    playout = playout.under(rules);
  }

  private Playout known(PlayoutRules rules) {
    Playout known =
        Playout.silent(rules).remembering(memory.over()).rememberingStopped(memory.stopped());
    return memory
        .standing()
        .silence()
        .map(one -> new Silence(one.until(), one.signer(), one.sequence()))
        .map(known::rememberingSilence)
        .orElse(known);
  }

  Playout playout() {
    return playout;
  }

  Memory memory() {
    return memory;
  }

  ReportOutbox outbox() {
    return outbox;
  }

  /** True if something that happened could not be written down yet. */
  boolean isBehind() {
    return !unwritten.isEmpty();
  }

  /** Writes down what happened, now or as soon as the disk takes it. */
  void happened(Change.Event event, Instant now) {
    unwritten.add(event);
    if (!catchUp(now)) {
      fallSilent(unwritten, now);
    }
  }

  /** Writes down that a report was said which changes nothing. */
  void said(Report report, Instant now) {
    happened((playout, at) -> Change.of(new Step(playout, List.of(new Effect.Say(report)))), now);
  }

  /** Writes down an event that is simply forgotten if that is not possible. */
  boolean attempt(Change.Event event, Instant now) {
    if (catchUp(now)) {
      return write(event, now);
    }
    List<Change.Event> all = new ArrayList<>(unwritten);
    all.add(event);
    fallSilent(all, now);
    return false;
  }

  private void fallSilent(Iterable<Change.Event> events, Instant now) {
    Playout then = playout;
    for (Change.Event event : events) {
      Step step = event.from(then, now).step();
      silence(step.effects());
      then = step.next();
    }
  }

  /** Writes what waits; true if nothing waits any more. */
  private boolean catchUp(Instant now) {
    while (!unwritten.isEmpty()) {
      if (!write(unwritten.element(), now)) {
        return false;
      }
      unwritten.remove();
    }
    return true;
  }

  private boolean write(Change.Event event, Instant now) {
    Change change = event.from(playout, now);
    List<Effect> effects = change.step().effects();
    silence(effects); // silence needs no journal, and the card may take its time
    FactsOfEffects written =
        new FactsOfEffects(
            new Reporter(identity.station().speaker(), signer, now, clock.bound()),
            outbox.chainEnd());
    effects.forEach(effect -> effect.carryOut(written));
    List<Fact> facts = new ArrayList<>(change.causes());
    facts.addAll(written.facts());
    try {
      journal.append(facts);
    } catch (ProblemException e) {
      if (!refused) {
        LOG.error("speaker={} {}", identity.station().speaker(), e.problem());
        refused = true;
      }
      return false;
    }
    if (refused && !facts.isEmpty()) {
      LOG.info("speaker={} the journal is written again", identity.station().speaker());
      refused = false;
    }
    memory.tell(facts);
    playout = change.step().next();
    effects.stream()
        .filter(effect -> !(effect instanceof Effect.Halt))
        .forEach(effect -> effect.carryOut(hands));
    rewriteIfLarge();
    return true;
  }

  private void silence(List<Effect> effects) {
    effects.stream()
        .filter(effect -> effect instanceof Effect.Halt)
        .forEach(effect -> effect.carryOut(hands));
  }

  /** Keeps a fact whose loss would be bearable. */
  void note(Fact fact) {
    try {
      journal.note(List.of(fact));
      memory.tell(List.of(fact));
    } catch (ProblemException e) {
      LOG.warn("speaker={} {}", identity.station().speaker(), e.problem());
    }
  }

  private void rewriteIfLarge() {
    if (journal.sizeBytes() < rewriteAt) {
      return;
    }
    try {
      journal.rewrite(memory.snapshot());
      rewriteAt = Math.max(REWRITE_BYTES, 2 * journal.sizeBytes());
    } catch (ProblemException e) {
      LOG.error("speaker={} {}", identity.station().speaker(), e.problem());
      rewriteAt = journal.sizeBytes() + REWRITE_BYTES;
    }
  }

  /** Nothing begins any more; what waits stays in the journal. */
  void close() {
    playout = playout.withoutWaiting();
  }
}
