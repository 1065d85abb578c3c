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
import loalang.agent.playout.Step;
import loalang.agent.trust.Verdict;
import loalang.protocol.AiringId;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Wire;

/** What a judged order changes. Pure. */
final class Orders {
  private Orders() {}

  static Change obeyed(Verdict.Trusted trusted, Playout playout, Instant now) {
    IssuedOrder issued = trusted.issued();
    long sequence = issued.warrant().sequence();
    Fact judged = new Fact.SequenceJudged(trusted.signer(), sequence);
    Fact taken = new Fact.OrderTaken(trusted.signer(), new Bytes(Wire.ORDER.encode(issued)));
    if (issued.order() instanceof Order.Play play) {
      if (playout.knows(play.airing())) {
        return new Change(List.of(judged), new Step(playout, List.of()));
      }
      if (playout.isFull()) {
        return refused(trusted.signer(), issued, RefusalReason.TOO_MANY_WAITING, playout);
      }
      Item item = new Item(play, sequence, issued.warrant().expires());
      return new Change(List.of(taken), playout.ordered(item, now));
    }
    if (issued.order() instanceof Order.Stop stop) {
      return new Change(List.of(taken), playout.stopOrdered(stop.airing(), sequence, now));
    }
    return new Change(List.of(taken), new Step(playout, List.of()));
  }

  static Change refused(KeyId signer, IssuedOrder issued, RefusalReason reason, Playout playout) {
    long sequence = issued.warrant().sequence();
    List<Effect> effects =
        airing(issued)
            .<Effect>map(about -> new Effect.Say(new Report.Refused(about, sequence, reason)))
            .stream()
            .toList();
    return new Change(
        List.of(new Fact.SequenceJudged(signer, sequence)), new Step(playout, effects));
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
