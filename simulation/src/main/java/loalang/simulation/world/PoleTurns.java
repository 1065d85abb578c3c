// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import loalang.agent.node.Turns;

/** The turns of one life of one pole: events of the one queue. */
final class PoleTurns implements Turns {
  private static final Duration SWITCHING = Duration.ofNanos(20_000);

  private final Timeline timeline;
  private final Life life;
  private final Chance chance;
  private final Duration pulse;
  private long lastAside;
  private boolean over;

  PoleTurns(Timeline timeline, Life life, Chance chance, Duration pulse) {
    this.timeline = timeline;
    this.life = life;
    this.chance = chance;
    this.pulse = pulse;
  }

  @Override
  public Duration pulse() {
    return pulse;
  }

  @Override
  public void soon(Runnable event) {
    timeline.after(SWITCHING, () -> turn(event));
  }

  private void turn(Runnable event) {
    if (!over) {
      life.live(event);
    }
  }

  @Override
  public Later after(Duration time, Runnable event) {
    return timeline.after(time, () -> turn(event))::callOff;
  }

  @Override
  public void withEachPulse(Runnable event) {
    timeline.after(
        pulse,
        () -> {
          turn(event);
          if (!over && life.isAlive()) {
            withEachPulse(event);
          }
        });
  }

  @Override
  public void aside(Runnable work) {
    long takes = chance.between(Duration.ofMillis(1), Duration.ofMillis(80)).toNanos();
    lastAside = Math.max(lastAside, timeline.nanos()) + takes;
    timeline.at(lastAside, () -> turn(work));
  }

  @Override
  public void brokenOff(RuntimeException bug) {
    life.bug(bug);
  }

  @Override
  public void end() {
    over = true;
  }
}
