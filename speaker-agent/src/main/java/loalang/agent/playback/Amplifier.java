// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The amplifier's switch: a command before the first frame, time to warm up, a command when nothing
 * has sounded for a while. The audio thread only.
 */
public final class Amplifier {
  private static final Logger LOG = LoggerFactory.getLogger(Amplifier.class);
  private static final long COMMAND_SECONDS = 5;

  private final Switch wiring;
  private boolean on;
  private long usedNanos;

  /**
   * How the amplifier is switched.
   *
   * @param onCommand a shell command line; empty for an amplifier that is always on
   * @param offCommand a shell command line; empty leaves it on
   * @param warmUp from the command to the first frame, 0 or more
   * @param hold how long it stays on after the last frame, 0 or more
   * @throws IllegalArgumentException if a time is negative
   */
  public record Switch(String onCommand, String offCommand, Duration warmUp, Duration hold) {
    /** An amplifier that is always on. */
    public static final Switch NONE = new Switch("", "", Duration.ZERO, Duration.ZERO);

    public Switch {
      if (warmUp.isNegative() || hold.isNegative()) {
        throw new IllegalArgumentException(
            "Warm-up and hold are 0 or more, was %s and %s.".formatted(warmUp, hold));
      }
    }
  }

  /** An amplifier that is off. */
  public Amplifier(Switch wiring) {
    this.wiring = wiring;
  }

  /**
   * Switches it on if it is off.
   *
   * @return what the monotonic counter shows when it is warm
   */
  long switchOn() {
    usedNanos = System.nanoTime();
    if (on || wiring.onCommand().isEmpty()) {
      return usedNanos;
    }
    run(wiring.onCommand());
    on = true;
    return System.nanoTime() + wiring.warmUp().toNanos();
  }

  /** Something sounded until now: it stays on for the hold. */
  long holdMillis() {
    usedNanos = System.nanoTime();
    return wiring.hold().toMillis();
  }

  void switchOffIfIdle() {
    if (System.nanoTime() - usedNanos >= wiring.hold().toNanos()) {
      switchOff();
    }
  }

  void switchOff() {
    if (on && !wiring.offCommand().isEmpty()) {
      run(wiring.offCommand());
      on = false;
    }
  }

  /** A switch that fails is said, and it plays on: half of a village may hear it all the same. */
  private static void run(String command) {
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        LOG.error("AMPLIFIER_COMMAND_FAILED \"{}\" takes too long", command);
      } else if (process.exitValue() != 0) {
        LOG.error("AMPLIFIER_COMMAND_FAILED \"{}\" ended with {}", command, process.exitValue());
      }
    } catch (IOException e) {
      LOG.error("AMPLIFIER_COMMAND_FAILED \"{}\": {}", command, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
