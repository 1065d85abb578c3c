// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.util.List;

/** What breaks in this world, as the seed has it, until it heals. */
final class Faults {
  private final World world;
  private final Chance chance;

  Faults(World world, Chance chance) {
    this.world = world;
    this.chance = chance;
  }

  /** Everything that will break. */
  void plan() {
    int wrath = chance.between(0, 10);
    for (Pole pole : world.poles()) {
      for (int i = chance.between(0, wrath); i > 0; i--) {
        sometime(() -> trouble(pole));
      }
    }
    for (int i = chance.between(0, 1 + wrath / 4); i > 0; i--) {
      sometime(this::killBroker);
    }
    for (int i = chance.between(0, 1 + wrath / 4); i > 0; i--) {
      sometime(this::crashOffice);
    }
  }

  private void sometime(Runnable what) {
    world.timeline().after(chance.between(Duration.ofMinutes(1), world.active()), what);
  }

  private void later(Duration time, Runnable what) {
    world.timeline().after(time, what);
  }

  private Duration span() {
    return chance.oneIn(4)
        ? chance.between(Duration.ofMinutes(10), Duration.ofHours(8))
        : chance.between(Duration.ofSeconds(5), Duration.ofMinutes(10));
  }

  private void trouble(Pole pole) {
    switch (chance.between(0, 12)) {
      case 0, 1 -> pole.kill();
      case 2, 3 -> pole.powerGone();
      case 4, 5 -> lightFuse(pole);
      case 6 -> cutRoute(pole);
      case 7 -> pole.route().worsen();
      case 8 -> pole.tearLink();
      case 9 -> fillCard(pole);
      case 10 -> pole.device(chance.pick(List.of(PoleSpeaker.Device.values())));
      case 11 -> pole.setSystemClock(wrong());
      default -> goDark(pole);
    }
  }

  private Duration wrong() {
    return chance.between(Duration.ofHours(-30), Duration.ofHours(30));
  }

  private void say(Pole pole, String what) {
    world.say(pole.id().value(), () -> what);
  }

  private void lightFuse(Pole pole) {
    int operations = chance.between(1, 60);
    say(pole, "will lose its power after %d writes".formatted(operations));
    pole.card().lightFuse(operations);
  }

  private void cutRoute(Pole pole) {
    say(pole, "its line is cut");
    pole.route().cut(true);
    pole.tearLink();
    later(span(), () -> mend(pole));
  }

  private void mend(Pole pole) {
    say(pole, "its line is whole");
    pole.route().heal();
  }

  private void fillCard(Pole pole) {
    long room = chance.between(0, 4_000);
    say(pole, "its card is full but for %d bytes".formatted(room));
    pole.card().fillUp(0);
    pole.card().fillUp(Math.max(0, pole.card().usableBytes() - room));
    later(
        span(),
        () -> {
          say(pole, "its card has room");
          pole.card().fillUp(0);
        });
  }

  private void goDark(Pole pole) {
    pole.stayOff();
    later(span(), pole::switchOn);
  }

  private void killBroker() {
    if (world.broker().isUp()) {
      world.say("broker", () -> "killed");
      world.broker().kill();
      later(
          chance.between(Duration.ofSeconds(1), Duration.ofMinutes(20)),
          () -> {
            world.say("broker", () -> "starts");
            world.broker().start();
          });
    }
  }

  private void crashOffice() {
    if (world.office().isUp()) {
      world.office().crash();
      later(
          chance.between(Duration.ofSeconds(1), Duration.ofHours(1)),
          () -> {
            if (!world.office().isUp()) {
              world.office().start();
            }
          });
    }
  }

  /** Everything works again. */
  void heal() {
    world.say("world", () -> "everything heals");
    world.broker().start();
    if (!world.office().isUp()) {
      world.office().start();
    }
    for (Pole pole : world.poles()) {
      pole.route().heal();
      pole.card().fillUp(0);
      pole.card().lightFuse(Integer.MAX_VALUE);
      pole.switchOn();
    }
  }
}
