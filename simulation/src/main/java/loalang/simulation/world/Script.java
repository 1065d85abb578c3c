// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loalang.agent.playout.QuietHours;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Gain;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.plan.PlannedPlay;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import org.jspecify.annotations.Nullable;

/** What officers do in this world, as the seed has it. */
final class Script {
  private static final Release TWO_PEOPLE = new Release("an.nguyen", "binh.tran");

  private final World world;
  private final Chance chance;
  private final Keys keys;
  private final Map<LocalDate, List<PlannedPlay>> days = new HashMap<>();
  private final Set<AiringId> releasedAirings = new HashSet<>();
  private final List<AiringId> named = new ArrayList<>();
  private int count;

  /** The keys the office may use; the stolen one is granted too, until it is revoked. */
  record Keys(SigningKey first, SigningKey second, @Nullable SigningKey stolen) {}

  Script(World world, Chance chance, Keys keys) {
    this.world = world;
    this.chance = chance;
    this.keys = keys;
  }

  private Instant at(Duration least, Duration most) {
    return world.timeline().now().plus(chance.between(least, most));
  }

  private Instant whileItLasts() {
    return at(Duration.ofMinutes(5), world.active());
  }

  /** Everything that will be done. */
  void write() {
    for (LocalDate date : world.dates()) {
      decide(at(Duration.ZERO, Duration.ofMinutes(3)), () -> planDay(date, world.healed()));
      for (int i = chance.between(0, 2); i > 0; i--) {
        decide(whileItLasts(), () -> changeDay(date, world.healed()));
      }
    }
    planTomorrow();
    repeat(chance.between(1, 5), () -> order(Priority.ROUTINE));
    repeat(chance.between(0, 2), () -> order(Priority.PRIORITY));
    repeat(chance.between(0, 3), () -> order(Priority.EMERGENCY));
    repeat(chance.between(0, 2), this::stopSomething);
    repeat(chance.oneIn(3) ? 1 : 0, this::silence);
    repeat(chance.oneIn(3) ? 1 : 0, () -> world.desk().order(zones(), new Order.SetGain(gain())));
    for (int i = chance.between(0, 4); i > 0; i--) {
      world.timeline().at(whileItLasts(), world.stranger()::act);
    }
    changeKeys();
  }

  private void repeat(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      decide(whileItLasts(), what);
    }
  }

  /** Nobody decides anything while the office is down. */
  private void decide(Instant when, Runnable what) {
    world
        .timeline()
        .at(
            when,
            () -> {
              if (world.office().isUp()) {
                what.run();
              } else {
                decide(world.timeline().now().plus(Duration.ofMinutes(2)), what);
              }
            });
  }

  private Gain gain() {
    return new Gain(-chance.between(0, 20));
  }

  private Set<PagingZone> zones() {
    List<PagingZone> all = List.copyOf(world.zones());
    if (chance.oneIn(4)) {
      return Set.of(PagingZone.only(chance.pick(world.poles()).id()));
    }
    Set<PagingZone> some = new TreeSet<>(Set.of(chance.pick(all)));
    if (chance.oneIn(2)) {
      some.add(chance.pick(all));
    }
    return some;
  }

  /** A plan that still stands when everything has healed. */
  private void planTomorrow() {
    LocalDate date = world.tomorrow();
    Instant first = whileItLasts();
    decide(first, () -> planDay(date, Instant.MAX));
    for (int i = chance.between(0, 2); i > 0; i--) {
      Instant then = first.plus(chance.between(Duration.ofSeconds(1), Duration.ofHours(3)));
      decide(then, () -> changeDay(date, Instant.MAX));
    }
  }

  private void planDay(LocalDate date, Instant last) {
    List<PlannedPlay> plays = new ArrayList<>();
    for (int i = chance.between(2, 8); i > 0; i--) {
      PlannedPlay one = planned(date);
      if (one.play().startAt().isBefore(last)) {
        plays.add(one);
      }
    }
    days.put(date, plays);
    world.desk().plan(date, plays);
  }

  private PlannedPlay planned(LocalDate date) {
    LocalTime time =
        chance.oneIn(3)
            ? chance.pick(List.of(LocalTime.of(5, 29), LocalTime.of(20, 59), LocalTime.of(21, 0)))
            : LocalTime.of(chance.between(0, 23), chance.pick(List.of(0, 1, 15, 30)));
    Instant start = date.atTime(time).atZone(QuietHours.VIETNAM).toInstant();
    Priority priority = priority();
    Duration grace = chance.between(Duration.ofSeconds(20), Duration.ofMinutes(30));
    AiringId airing = next("ke-hoach");
    Release release = releases(priority) ? TWO_PEOPLE : null;
    return new PlannedPlay(
        zones(),
        new Order.Play(
            airing,
            chance.pick(world.studio().library()).ref(),
            start,
            start.plus(grace),
            priority,
            release));
  }

  private Priority priority() {
    int number = chance.between(0, 9);
    return number == 0 ? Priority.EMERGENCY : number < 3 ? Priority.PRIORITY : Priority.ROUTINE;
  }

  private boolean releases(Priority priority) {
    return chance.oneIn(priority == Priority.EMERGENCY ? 2 : 6);
  }

  private AiringId next(String kind) {
    AiringId airing = new AiringId("%s-%d".formatted(kind, ++count));
    named.add(airing);
    return airing;
  }

  /** A later edition: something is left out, something comes in. */
  private void changeDay(LocalDate date, Instant last) {
    List<PlannedPlay> plays = new ArrayList<>(days.getOrDefault(date, List.of()));
    if (!plays.isEmpty() && chance.oneIn(2)) {
      plays.remove(chance.between(0, plays.size() - 1));
    }
    PlannedPlay fresh = planned(date);
    if (fresh.play().startAt().isBefore(last)) {
      plays.add(fresh);
    }
    days.put(date, plays);
    world.desk().plan(date, plays);
  }

  private void order(Priority priority) {
    AiringId airing = next("lenh");
    if (releases(priority)) {
      releasedAirings.add(airing);
    }
    Duration ahead =
        chance.oneIn(2) ? Duration.ZERO : chance.between(Duration.ZERO, Duration.ofMinutes(20));
    Cue cue =
        new Cue(
            new CueId(airing.value()),
            new AnnouncementId("thong-bao"),
            zones(),
            priority,
            world.timeline().now().plus(ahead),
            new LateRule(chance.between(Duration.ofSeconds(20), Duration.ofMinutes(30))));
    world.desk().play(cue, chance.pick(world.studio().library()));
  }

  /** The order as two people let it out, if they did. */
  Order.Play released(Cue cue, Order.Play play) {
    return releasedAirings.contains(new AiringId(cue.id().value()))
        ? new Order.Play(
            play.airing(),
            play.recording(),
            play.startAt(),
            play.latestStart(),
            play.priority(),
            TWO_PEOPLE)
        : play;
  }

  private void stopSomething() {
    List<AiringId> audible = named.stream().filter(world.witness()::isSounding).toList();
    if (!named.isEmpty()) {
      world.desk().stop(chance.pick(audible.isEmpty() ? named : audible));
    }
  }

  private void silence() {
    Instant until = at(Duration.ofMinutes(1), Duration.ofHours(3));
    world.desk().order(zones(), new Order.Silence(until));
  }

  private void changeKeys() {
    SigningKey stolen = keys.stolen();
    boolean rotates = chance.oneIn(3);
    Instant first = whileItLasts();
    if (stolen != null) {
      decide(first, () -> world.desk().changeKeys(List.of(keys.first()), Set.of(stolen)));
    }
    if (rotates) {
      Instant second = first.plus(chance.between(Duration.ofMinutes(1), Duration.ofHours(3)));
      Instant third = second.plus(chance.between(Duration.ofHours(1), Duration.ofHours(6)));
      decide(second, () -> world.desk().changeKeys(List.of(keys.first(), keys.second()), Set.of()));
      decide(third, () -> world.desk().changeKeys(List.of(keys.second()), Set.of(keys.first())));
    }
  }
}
