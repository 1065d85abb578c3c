// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import java.time.Duration;
import loalang.agent.playback.Amplifier;
import picocli.CommandLine.Option;

/** How the amplifier is switched, as said on the command line. */
final class AmplifierOptions {
  private static final int LONGEST_WARM_UP_MILLIS = 10_000;

  @Option(
      names = "--amplifier-on",
      paramLabel = "COMMAND",
      description = "Run before something sounds, such as \"gpioset gpiochip0 17=1\".")
  String onCommand = "";

  @Option(
      names = "--amplifier-off",
      paramLabel = "COMMAND",
      description = "Run when nothing has sounded for a while.")
  String offCommand = "";

  @Option(
      names = "--amplifier-warm-up",
      paramLabel = "MILLIS",
      description = "From switching on to the first frame, 0 to 10000. Default: 300.")
  int warmUpMillis = 300;

  @Option(
      names = "--amplifier-hold",
      paramLabel = "SECONDS",
      description = "How long it stays on after the last frame. Default: 10.")
  int holdSeconds = 10;

  Amplifier.Switch wiring() {
    if (onCommand.isEmpty()) {
      return Amplifier.Switch.NONE;
    }
    int warmUp = Math.max(0, Math.min(LONGEST_WARM_UP_MILLIS, warmUpMillis));
    return new Amplifier.Switch(
        onCommand,
        offCommand,
        Duration.ofMillis(warmUp),
        Duration.ofSeconds(Math.max(0, holdSeconds)));
  }
}
