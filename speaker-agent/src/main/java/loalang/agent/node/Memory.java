// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loalang.agent.journal.Bytes;
import loalang.agent.journal.Fact;
import loalang.agent.journal.FactReader;
import loalang.agent.outbox.ReportOutbox;
import loalang.agent.playout.Item;
import loalang.agent.trust.ReplayWindow;
import loalang.agent.trust.ReplayWindows;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Volume;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/**
 * What the facts of a journal add up to. It is told every fact, old or new, and gives the fewest
 * facts that add up to the same. Not thread-safe: the agent thread only.
 */
final class Memory implements FactReader {
  /** Far more than wait at once: past them the oldest is forgotten, its order long expired. */
  private static final int MOST_OVER = 8_192;

  private final ReportOutbox outbox;
  private ReplayWindows windows = ReplayWindows.EMPTY;
  private Volume volume = Volume.CALIBRATED;
  private final Map<AiringId, Taken> open = new LinkedHashMap<>();
  private final Map<AiringId, Begun> begun = new LinkedHashMap<>();
  private final Map<AiringId, Boolean> over = new LinkedHashMap<>();
  private final Map<AiringId, Boolean> stopped = new LinkedHashMap<>();
  private final Standing standing = new Standing();

  Memory(ReportOutbox outbox) {
    this.outbox = outbox;
  }

  private record Taken(Item item, Fact.OrderTaken fact) {}

  /**
   * An airing that began and did not end.
   *
   * @param framesRendered as far as is known
   */
  record Begun(AiringId airing, Instant at, long framesDue, long framesRendered) {
    Report.Ended ended(Instant now) {
      long rendered = Math.min(framesRendered, framesDue);
      return new Report.Ended(airing, Outcome.PARTIAL, framesDue, rendered, now);
    }
  }

  void tell(List<Fact> facts) {
    facts.forEach(fact -> fact.tell(this));
  }

  ReplayWindows windows() {
    return windows;
  }

  /** What the office wants it to play at. */
  Volume volume() {
    return volume;
  }

  /** Airings that were accepted and did not begin, oldest first. */
  List<Item> waiting() {
    return open.entrySet().stream()
        .filter(entry -> !begun.containsKey(entry.getKey()))
        .map(entry -> entry.getValue().item())
        .toList();
  }

  /** Airings that began and did not end: after a start, those a crash cut short. */
  List<Begun> brokenOff() {
    return List.copyOf(begun.values());
  }

  List<AiringId> over() {
    return List.copyOf(over.keySet());
  }

  List<AiringId> stopped() {
    return List.copyOf(stopped.keySet());
  }

  /** What holds until something newer takes its place. */
  Standing standing() {
    return standing;
  }

  /** The fewest facts that add up to this. */
  List<Fact> snapshot() {
    List<Fact> facts = new ArrayList<>(standing.facts());
    over.keySet().forEach(airing -> facts.add(new Fact.AiringOver(airing)));
    stopped.keySet().forEach(airing -> facts.add(new Fact.StopKept(airing)));
    open.values().forEach(taken -> facts.add(taken.fact()));
    for (Begun one : begun.values()) {
      facts.add(new Fact.AiringStarted(one.airing(), one.at(), one.framesDue()));
      facts.add(new Fact.AiringProgressed(one.airing(), one.framesRendered()));
    }
    windows
        .byKey()
        .forEach(
            (key, window) ->
                facts.add(new Fact.WindowKept(key, window.highest(), new Bytes(window.bits()))));
    facts.add(new Fact.VolumeKept(volume));
    Digest digest = outbox.acknowledgedDigest();
    if (digest != null) {
      facts.add(new Fact.ChainKept(outbox.acknowledgedThrough(), digest));
    }
    outbox
        .unacknowledged()
        .forEach(one -> facts.add(new Fact.ReportWritten(one.number(), one.envelope())));
    return facts;
  }

  @Override
  public void orderTaken(Fact.OrderTaken fact) {
    if (!(Wire.ORDER.decode(fact.order().toArray())
        instanceof Decoded.Understood<IssuedOrder> understood)) {
      throw new IllegalStateException("The journal holds an order that cannot be read.");
    }
    IssuedOrder issued = understood.value();
    windows = windows.with(fact.signer(), issued.warrant().sequence());
    if (issued.order() instanceof Order.Play play) {
      Item item = new Item(play, issued.warrant(), fact.signer(), Item.Origin.ORDERED);
      if (!over.containsKey(play.airing())) {
        open.putIfAbsent(play.airing(), new Taken(item, fact));
      }
    } else if (issued.order() instanceof Order.Stop stop) {
      stopKept(new Fact.StopKept(stop.airing()));
    } else if (issued.order() instanceof Order.SetGain set) {
      volume = set.volume();
    } else if (issued.order() instanceof Order.Silence silence) {
      silenceKept(
          new Fact.SilenceKept(silence.until(), fact.signer(), issued.warrant().sequence()));
    }
  }

  @Override
  public void sequenceJudged(Fact.SequenceJudged fact) {
    windows = windows.with(fact.signer(), fact.sequence());
  }

  @Override
  public void windowKept(Fact.WindowKept fact) {
    windows = windows.with(fact.signer(), ReplayWindow.of(fact.highest(), fact.bits().toArray()));
  }

  @Override
  public void gainKept(Fact.GainKept fact) {
    volume = new Volume(fact.gain(), null);
  }

  @Override
  public void volumeKept(Fact.VolumeKept fact) {
    volume = fact.volume();
  }

  @Override
  public void airingStarted(Fact.AiringStarted fact) {
    begun.put(fact.airing(), new Begun(fact.airing(), fact.at(), fact.framesDue(), 0));
  }

  @Override
  public void airingProgressed(Fact.AiringProgressed fact) {
    begun.computeIfPresent(
        fact.airing(),
        (airing, before) ->
            new Begun(airing, before.at(), before.framesDue(), fact.framesRendered()));
  }

  @Override
  public void airingOver(Fact.AiringOver fact) {
    open.remove(fact.airing());
    begun.remove(fact.airing());
    stopped.remove(fact.airing());
    over.put(fact.airing(), true);
    forgetOldest(over, MOST_OVER);
  }

  @Override
  public void stopKept(Fact.StopKept fact) {
    if (!over.containsKey(fact.airing()) && !open.containsKey(fact.airing())) {
      stopped.put(fact.airing(), true);
      forgetOldest(stopped, MOST_OVER);
    }
  }

  private static void forgetOldest(Map<AiringId, Boolean> airings, int most) {
    while (airings.size() > most) {
      airings.remove(airings.keySet().iterator().next());
    }
  }

  @Override
  public void reportWritten(Fact.ReportWritten fact) {
    outbox.written(fact.number(), fact.envelope());
  }

  @Override
  public void reportsAcknowledged(Fact.ReportsAcknowledged fact) {
    outbox.acknowledged(fact.through());
  }

  @Override
  public void chainKept(Fact.ChainKept fact) {
    outbox.continueAfter(fact.number(), fact.digest());
  }

  @Override
  public void silenceKept(Fact.SilenceKept fact) {
    standing.silence(fact);
  }

  @Override
  public void planTaken(Fact.PlanTaken fact) {
    standing.plan(fact);
  }

  @Override
  public void keysReported(Fact.KeysReported fact) {
    standing.keys(fact);
  }

  @Override
  public void releaseSeen(Fact.ReleaseSeen fact) {
    standing.release(fact);
  }

  @Override
  public void dataSpent(Fact.DataSpent fact) {
    standing.spent(fact);
  }
}
