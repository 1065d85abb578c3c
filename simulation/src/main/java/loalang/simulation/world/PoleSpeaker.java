// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import loalang.agent.playback.AudioOutput;
import loalang.agent.playback.Loudspeaker;
import loalang.agent.playback.Player;
import loalang.agent.playback.PlayerListener;
import loalang.agent.playback.RenderingRule;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.Gain;
import loalang.protocol.report.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The sound device of one life of a pole. What it does is the witness's truth; what may be believed
 * of it is worked out by the real rule.
 */
final class PoleSpeaker implements Loudspeaker {
  private static final Duration TELLS_EVERY = Duration.ofSeconds(5);
  private static final double FRAMES_PER_NANO = AudioOutput.FRAMES_PER_SECOND / 1e9;

  /** How a device is. */
  enum Device {
    /** It plays. */
    GOOD,
    /** It cannot be opened. */
    DEAD,
    /** It takes fewer bytes than it is given, at some point. */
    SHORT,
    /** It takes everything at once and nothing is heard. */
    NULL,
    /** It stops and says nothing until it is halted. */
    STUCK
  }

  private final Pole pole;
  private final Life life;
  private final World world;
  private final Chance chance;
  private @Nullable Sounding current;

  PoleSpeaker(Pole pole, Life life, Chance chance) {
    this.pole = pole;
    this.life = life;
    this.world = pole.world();
    this.chance = chance;
  }

  /** One airing on this device. */
  private static final class Sounding {
    private final Player.Task task;
    private final PlayerListener listener;
    private final Device device;
    private long startedAt = -1;
    private long breaksOffAfter = Long.MAX_VALUE;
    private boolean over;

    Sounding(Player.Task task, PlayerListener listener, Device device) {
      this.task = task;
      this.listener = listener;
      this.device = device;
    }
  }

  @Override
  public void setGain(Gain gain) {
    // How loud it is breaks no promise.
  }

  @Override
  public void play(Player.Task task, PlayerListener listener) {
    Sounding one = new Sounding(task, listener, pole.device());
    Sounding before = current;
    current = one;
    if (before != null && !before.over) {
      life.bug(new IllegalStateException("Two airings at once: " + task.airing()));
    }
    long opens = chance.between(Duration.ofMillis(1), Duration.ofMillis(15)).toNanos();
    if (one.device == Device.DEAD) {
      later(opens, () -> end(one, new Rendering(Outcome.FAILED_AUDIO_DEVICE, task.framesDue(), 0)));
      return;
    }
    long waits = pole.clockwork().trueNanos(task.startNanos() - pole.counter());
    later(Math.max(opens, waits), () -> start(one));
  }

  private void later(long nanos, Runnable event) {
    world.timeline().after(Duration.ofNanos(nanos), () -> life.live(event));
  }

  private void start(Sounding one) {
    if (one.over) {
      return;
    }
    one.startedAt = world.timeline().nanos();
    if (one.device != Device.NULL) {
      world.witness().soundStarted(pole, one.task.airing());
    }
    one.listener.started(one.task.airing(), pole.clock().instant());
    long length = (long) (one.task.framesDue() / FRAMES_PER_NANO);
    switch (one.device) {
      case NULL -> later(2_000_000, () -> consumed(one, false));
      case SHORT, STUCK -> {
        one.breaksOffAfter = (long) (length * chance.source().nextDouble());
        if (one.device == Device.SHORT) {
          later(one.breaksOffAfter, () -> consumed(one, false));
        }
      }
      default -> later(length, () -> consumed(one, false));
    }
    tellProgress(one);
  }

  private void tellProgress(Sounding one) {
    later(
        TELLS_EVERY.toNanos(),
        () -> {
          if (!one.over && one.device != Device.NULL) {
            one.listener.progressed(one.task.airing(), frames(one));
            tellProgress(one);
          }
        });
  }

  /** What has really been heard so far. */
  private long frames(Sounding one) {
    if (one.startedAt < 0) {
      return 0;
    }
    long heard = Math.min(world.timeline().nanos() - one.startedAt, one.breaksOffAfter);
    return Math.min(one.task.framesDue(), Math.round(heard * FRAMES_PER_NANO));
  }

  private void consumed(Sounding one, boolean halted) {
    if (one.over) {
      return;
    }
    long due = one.task.framesDue();
    boolean lies = one.device == Device.NULL && !halted;
    long counted = lies ? due : frames(one);
    boolean isShort = one.device == Device.SHORT && !halted;
    long elapsed =
        one.startedAt < 0 ? 0 : pole.clockwork().counted(world.timeline().nanos() - one.startedAt);
    RenderingRule.Observed seen =
        new RenderingRule.Observed(due, counted, counted, elapsed, isShort, halted);
    end(one, world.workshop().judged(new RenderingRule(false), seen));
  }

  private void end(Sounding one, Rendering rendering) {
    stop(one, false);
    one.listener.ended(one.task.airing(), rendering);
  }

  private void stop(Sounding one, boolean halted) {
    if (!one.over) {
      one.over = true;
      if (one.startedAt >= 0) {
        world.witness().consumed(pole, one.task.airing(), frames(one));
        if (one.device != Device.NULL) {
          world.witness().soundStopped(pole, one.task.airing(), halted);
        }
      }
    }
  }

  @Override
  public void halt(AiringId airing) {
    Sounding one = current;
    if (one == null || one.over || !one.task.airing().equals(airing)) {
      return;
    }
    if (!world.workshop().haltsWhenTold()) {
      return;
    }
    later(
        chance.between(Duration.ofMillis(1), Duration.ofMillis(30)).toNanos(),
        () -> {
          if (!one.over) {
            world.witness().halted(pole, one.task.airing());
            consumed(one, true);
          }
        });
  }

  /** The power is gone, or the process: silence. */
  void breakOff() {
    Sounding one = current;
    if (one != null) {
      stop(one, true);
    }
  }
}
