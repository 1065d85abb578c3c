// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import loalang.agent.playout.QuietHours;
import loalang.protocol.SpeakerId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What can be said on the command line. Filled by picocli, read by the main class. */
final class AgentOptions {
  @Option(
      names = "--state-dir",
      required = true,
      paramLabel = "DIR",
      description = "Where identity, journal and recordings are kept. One agent per directory.")
  @Nullable Path stateDirectory;

  @Option(
      names = "--ticket",
      paramLabel = "loa://…",
      description = "Claim ticket from the office; needed once, for a pole without identity.")
  @Nullable String ticket;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      converter = Name.class,
      description = "Name to propose when enrolling; the office decides.")
  @Nullable SpeakerId name;

  @Option(
      names = "--output",
      defaultValue = "auto",
      paramLabel = "alsa|file:DIR|auto",
      description = "Where the sound goes. auto: the sound device, or WAV files without one.")
  String output = "auto";

  @Option(
      names = "--unpaced-device",
      description = "The output runs faster than the clock (tests only): elapsed time is no proof.")
  boolean unpaced;

  @Option(
      names = "--quiet-hours",
      paramLabel = "HH:MM-HH:MM",
      converter = Quiet.class,
      description = "When only an emergency sounds, Vietnamese time. Default: 21:00-05:30.")
  QuietHours quietHours = QuietHours.DEFAULT;

  @Option(
      names = "--heartbeat",
      defaultValue = "15",
      paramLabel = "SECONDS",
      description = "How often the pole says its state, 1 to 3600. Default: 15.")
  int heartbeatSeconds = 15;

  @Option(
      names = "--cache-mib",
      defaultValue = "512",
      paramLabel = "MIB",
      description = "How much room recordings may take. Default: 512.")
  int cacheMebibytes = 512;

  Path stateDirectory() {
    if (stateDirectory == null) {
      throw new IllegalStateException("picocli refuses a command line without --state-dir.");
    }
    return stateDirectory;
  }

  Optional<String> ticket() {
    return Optional.ofNullable(ticket);
  }

  Duration heartbeat() {
    return Duration.ofSeconds(Math.max(1, Math.min(3_600, heartbeatSeconds)));
  }

  /** Reads a name. */
  static final class Name implements ITypeConverter<SpeakerId> {
    @Override
    public SpeakerId convert(String value) {
      try {
        return new SpeakerId(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads quiet hours. */
  static final class Quiet implements ITypeConverter<QuietHours> {
    @Override
    public QuietHours convert(String value) {
      String[] ends = value.split("-", 2);
      try {
        return new QuietHours(
            LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]), QuietHours.VIETNAM);
      } catch (DateTimeParseException | IllegalArgumentException e) {
        throw new TypeConversionException("expected HH:MM-HH:MM such as 21:00-05:30");
      }
    }
  }
}
