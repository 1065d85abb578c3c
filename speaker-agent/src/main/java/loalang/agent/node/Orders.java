// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.agent.journal.Bytes;
import loalang.agent.journal.Fact;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Item;
import loalang.agent.playout.Playout;
import loalang.agent.playout.Silence;
import loalang.agent.playout.Step;
import loalang.agent.trust.Verdict;
import loalang.protocol.AiringId;
import loalang.protocol.Volume;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Wire;

/** What a judged order changes. Pure. */
final class Orders {
  private Orders() {}

  static Change obeyed(Verdict.Trusted trusted, Playout playout, Instant now) {
    IssuedOrder issued = trusted.issued();
    Fact taken = new Fact.OrderTaken(trusted.signer(), new Bytes(Wire.ORDER.encode(issued)));
    long sequence = issued.warrant().sequence();
    if (issued.order() instanceof Order.Play play) {
      return play(trusted, play, playout, now);
    }
    if (issued.order() instanceof Order.Stop stop) {
      return new Change(List.of(taken), playout.stopOrdered(stop.airing(), sequence, now));
    }
    if (issued.order() instanceof Order.Silence order) {
      Silence silence = new Silence(order.until(), trusted.signer(), sequence);
      Fact cause =
          playout.takes(silence) ? taken : new Fact.SequenceJudged(trusted.signer(), sequence);
      return new Change(List.of(cause), playout.silenced(silence, now));
    }
    if (issued.order() instanceof Order.SelfTest) { // what was found is said when it is known
      return new Change(List.of(taken), new Step(playout, List.of()));
    }
    Volume volume = issued.order() instanceof Order.SetGain set ? set.volume() : null;
    Effect done = new Effect.Say(new Report.OrderObeyed(sequence, volume));
    return new Change(List.of(taken), new Step(playout, List.of(done)));
  }

  private static Change play(
      Verdict.Trusted trusted, Order.Play play, Playout playout, Instant now) {
    IssuedOrder issued = trusted.issued();
    Warrant warrant = issued.warrant();
    if (!playout.isNewOrder(play.airing())) {
      Fact judged = new Fact.SequenceJudged(trusted.signer(), warrant.sequence());
      return new Change(List.of(judged), new Step(playout, List.of()));
    }
    boolean quiet = playout.rules().quietHours().cover(later(play.startAt(), now));
    if (playout.rules().release().forbids(play, warrant, quiet)) {
      return refused(trusted.signer(), issued, RefusalReason.NOT_RELEASED, playout);
    }
    if (playout.isFull()) {
      return refused(trusted.signer(), issued, RefusalReason.TOO_MANY_WAITING, playout);
    }
    Fact taken = new Fact.OrderTaken(trusted.signer(), new Bytes(Wire.ORDER.encode(issued)));
    Item item = new Item(play, warrant, trusted.signer(), Item.Origin.ORDERED);
    return new Change(List.of(taken), playout.ordered(item, now));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static Change refused(KeyId signer, IssuedOrder issued, RefusalReason reason, Playout playout) {
    long sequence = issued.warrant().sequence();
    Report refused =
        airing(issued)
            .<Report>map(about -> new Report.Refused(about, sequence, reason))
            .orElseGet(() -> new Report.OrderRefused(sequence, reason));
    return new Change(
        List.of(new Fact.SequenceJudged(signer, sequence)),
        new Step(playout, List.of(new Effect.Say(refused))));
  }

  /** The journal could not take it; told when there is room again. */
  static Change lost(Verdict.Trusted trusted, Playout playout, Instant now) {
    IssuedOrder issued = trusted.issued();
    Fact judged = new Fact.SequenceJudged(trusted.signer(), issued.warrant().sequence());
    if (issued.order() instanceof Order.Play play) {
      return new Change(
          List.of(judged), playout.failed(play.airing(), Outcome.FAILED_DISK_FULL, now));
    }
    return new Change(List.of(judged), new Step(playout, List.of()));
  }

  private static Optional<AiringId> airing(IssuedOrder issued) {
    if (issued.order() instanceof Order.Play play) {
      return Optional.of(play.airing());
    }
    return issued.order() instanceof Order.Stop stop
        ? Optional.of(stop.airing())
        : Optional.empty();
  }
}
