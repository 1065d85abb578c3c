// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.CueId;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.calendar.Season;
import loalang.schedules.echo.EchoChain;
import loalang.schedules.echo.EchoDelay;
import loalang.schedules.programme.Audience;
import loalang.schedules.release.Hold;

/**
 * Works out rundowns from a timetable. Pure and deterministic: the order in which things were said
 * does not matter. Usable on any thread.
 *
 * <p>What is more urgent is placed first; at one urgency, what asked for the earlier instant. What
 * finds its moment taken waits as long as its late rule allows, everywhere at once; otherwise it
 * sounds where the moment is free and the rest is a conflict. Nothing vanishes without a reason.
 *
 * <p>What began before midnight keeps its place after it, and gives way to an emergency there.
 */
public final class RundownPlanner {
  /** How many nights in a row may each depend on the one before. */
  private static final int NIGHTS = 2;

  private final Offers.Ground ground;
  private final Echo echo;

  /** A planner for one timetable; make one and ask it for many days. */
  public RundownPlanner(Timetable timetable, PlanningRules rules) {
    this.echo = new Echo(timetable.echo().values(), timetable.zones());
    List<Set<PagingZone>> audiences = new ArrayList<>();
    timetable.programmes().values().forEach(p -> audiences.add(p.audience().zones()));
    timetable.campaigns().values().forEach(c -> audiences.add(c.audience().zones()));
    timetable.doNotPlay().values().forEach(peace -> audiences.add(peace.zones()));
    audiences.addAll(echo.audiences());
    Atoms atoms = Atoms.of(timetable.zones(), audiences);
    echo.know(atoms);
    this.ground = new Offers.Ground(timetable, rules.with(timetable.holidays()), atoms);
  }

  /** Everything asked for on one day of the commune's time zone. */
  public Rundown day(LocalDate date) {
    return plan(date, NIGHTS).rundown();
  }

  private DayLedger plan(LocalDate date, int nights) {
    Window day = window(date);
    DayLedger ledger = new DayLedger(echo, ground.atoms().count());
    if (mayBeHeardAt(day.from())) {
      spill(date, nights).forEach(ledger::reserve);
    }
    List<Offer> offers = Offers.of(ground, day, ledger.refusals());
    if (offers.stream().anyMatch(offer -> mayReach(offer, day.until()))) {
      emergenciesOf(date.plusDays(1)).forEach(ledger::reserve);
    }
    Weighing weighing = new Weighing(ground, peace(date), ledger);
    offers.stream().sorted(Offer.PRECEDENCE).forEach(weighing::weigh);
    peaceUnknown(date, ledger.refusals());
    return ledger;
  }

  /** A time of peace that depends on holidays nobody knows might be broken, or kept in vain. */
  private void peaceUnknown(LocalDate date, Refusals refusals) {
    ground.timetable().doNotPlay().values().stream()
        .filter(peace -> peace.season().holidays() != Season.HolidayRule.PLAY)
        .filter(peace -> peace.season().holds(date))
        .filter(peace -> !ground.rules().holidays().know(date.getYear()))
        .sorted(Comparator.comparing(DoNotPlay::id))
        .forEach(
            peace ->
                refusals.holidaysUnknown(
                    CueId.of(peace.id(), "do-not-play", peace.opens(date)),
                    peace.zones(),
                    peace.title(),
                    date.getYear()));
  }

  private Window window(LocalDate date) {
    return new Window(
        date.atStartOfDay(ground.rules().quiet().zone()).toInstant(),
        date.plusDays(1).atStartOfDay(ground.rules().quiet().zone()).toInstant());
  }

  Peace peace(LocalDate date) {
    return Peace.in(
        window(date), ground.timetable().doNotPlay().values(), ground.rules().holidays());
  }

  List<EchoDelay> delays(Set<PagingZone> clusters, Priority priority) {
    return echo.delays(clusters, priority);
  }

  /** False if the night is quiet and nobody may break it, so that no day reaches into the next. */
  private boolean mayBeHeardAt(Instant midnight) {
    return !ground.rules().quiet().cover(midnight)
        || ground.timetable().releases().values().stream()
            .flatMap(Set::stream)
            .anyMatch(release -> release.request().hold() == Hold.QUIET_HOURS)
        || Stream.concat(
                ground.timetable().programmes().values().stream().map(p -> p.audience()),
                ground.timetable().campaigns().values().stream().map(c -> c.audience()))
            .map(Audience::priority)
            .anyMatch(Priority.EMERGENCY::equals);
  }

  /** What the day before put into this one. */
  private List<DayLedger.Placed> spill(LocalDate date, int nights) {
    Instant midnight = window(date).from();
    List<Offer> before = Offers.of(ground, window(date.minusDays(1)), new Refusals());
    if (nights == 0 || before.stream().noneMatch(offer -> mayReach(offer, midnight))) {
      return List.of();
    }
    Duration delay = EchoChain.LONGEST;
    return plan(date.minusDays(1), nights - 1).placed().stream()
        .filter(placed -> placed.end().plus(delay).isAfter(midnight))
        .toList();
  }

  private List<DayLedger.Placed> emergenciesOf(LocalDate date) {
    return Offers.of(ground, window(date), new Refusals()).stream()
        .filter(offer -> offer.priority() == Priority.EMERGENCY)
        .sorted(Offer.PRECEDENCE)
        .map(offer -> new DayLedger.Placed(offer, offer.asked(), offer.place().part()))
        .toList();
  }

  private static boolean mayReach(Offer offer, Instant midnight) {
    return offer.latest().plus(offer.length()).plus(EchoChain.LONGEST).isAfter(midnight);
  }
}
