// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Item;
import loalang.agent.playout.Rendering;
import loalang.agent.playout.Step;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.state.Machine;

/**
 * Looks the pole over without a sound. In quiet hours the sound device is left alone, because some
 * amplifiers click when it opens; and while something sounds, because what sounds proves more. Not
 * thread-safe: the agent thread only.
 */
final class SelfTestDesk {
  /** A plan is exact to the second; a clock that is further off is no clock. */
  static final long WORST_CLOCK_MILLIS = 1_000;

  private static final Duration LOOKAHEAD = Duration.ofHours(24);

  private final NodeParts parts;
  private final Inbox inbox;
  private final Books books;
  private final PlanDesk.Stock stock;
  private final PlanDesk plans;

  SelfTestDesk(NodeParts parts, Inbox inbox, Books books, PlanDesk.Stock stock, PlanDesk plans) {
    this.parts = parts;
    this.inbox = inbox;
    this.books = books;
    this.stock = stock;
    this.plans = plans;
  }

  /** Looks, and reports when it has seen everything. */
  void begin(long sequence) {
    List<SelfCheck> found = new ArrayList<>();
    Optional<String> notNow = whyNoSound();
    if (notNow.isPresent()) {
      found.add(SelfCheck.left(SelfCheck.SOUND, notNow.get()));
      goOn(sequence, found);
    } else {
      parts
          .body()
          .sound()
          .probe(
              heard ->
                  inbox.tell(
                      node -> {
                        found.add(sound(heard));
                        goOn(sequence, found);
                      }));
    }
  }

  private Optional<String> whyNoSound() {
    if (books.playout().soundingItem().isPresent()) {
      return Optional.of("sounding");
    }
    return books.playout().rules().quietHours().cover(now())
        ? Optional.of("quiet-hours")
        : Optional.empty();
  }

  private static SelfCheck sound(Rendering heard) {
    if (heard.outcome() == Outcome.PARTIAL) { // something was to be played
      return SelfCheck.left(SelfCheck.SOUND, "sounding");
    }
    return heard.outcome() == Outcome.PLAYED
        ? SelfCheck.measured(SelfCheck.SOUND, true, heard.framesRendered(), heard.framesDue())
        : new SelfCheck(
            SelfCheck.SOUND,
            SelfCheck.Finding.BAD,
            heard.framesRendered(),
            heard.framesDue(),
            heard.outcome().wireName());
  }

  private void goOn(long sequence, List<SelfCheck> found) {
    inbox.run(
        parts.body().disk(),
        disk -> {
          found.addAll(disk);
          found.add(clock());
          found.add(recordings());
          found.add(
              SelfCheck.measured(
                  SelfCheck.AMPLIFIER, true, parts.body().switchesAmplifier() ? 1 : 0, null));
          machine(parts.body().machine().get(), found);
          say(new Report.SelfTested(sequence, found));
        });
  }

  private SelfCheck clock() {
    if (!parts.clock().isKnown()) {
      return SelfCheck.failed(SelfCheck.CLOCK, "clock-unknown");
    }
    return parts
        .clock()
        .bound()
        .map(Duration::toMillis)
        .map(
            bound ->
                SelfCheck.measured(
                    SelfCheck.CLOCK, bound <= WORST_CLOCK_MILLIS, bound, WORST_CLOCK_MILLIS))
        .orElseGet(() -> SelfCheck.left(SelfCheck.CLOCK, "own-clock"));
  }

  private SelfCheck recordings() {
    Instant horizon = now().plus(LOOKAHEAD);
    List<Item> due =
        plans.book().toCome(now()).stream()
            .filter(item -> item.play().startAt().isBefore(horizon))
            .toList();
    long held =
        due.stream().filter(item -> stock.isWhole(item.play().recording().digest())).count();
    return SelfCheck.measured(SelfCheck.RECORDINGS, held == due.size(), held, (long) due.size());
  }

  private static void machine(Machine machine, List<SelfCheck> found) {
    Double celsius = machine.temperatureCelsius();
    found.add(
        celsius == null
            ? SelfCheck.left(SelfCheck.TEMPERATURE, "no-sensor")
            : SelfCheck.measured(
                SelfCheck.TEMPERATURE,
                !machine.runsHot(),
                Math.round(celsius),
                (long) Machine.HOT_CELSIUS));
    found.add(
        machine.underVoltage() == null
            ? SelfCheck.left(SelfCheck.UNDER_VOLTAGE, "no-sensor")
            : SelfCheck.measured(
                SelfCheck.UNDER_VOLTAGE,
                !machine.lacksVoltage(),
                machine.lacksVoltage() ? 1 : 0,
                0L));
  }

  private Instant now() {
    return parts.clock().instant();
  }

  private void say(Report report) {
    books.happened(
        (playout, at) -> Change.of(new Step(playout, List.of(new Effect.Say(report)))), now());
    inbox.tell(SpeakerNode::timePassed); // which sends it
  }
}
