// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import loalang.agent.playout.HourlyGain;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.playout.QuietHours;
import loalang.agent.playout.ReleaseRule;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What can be said on the command line. Filled by picocli, read by the main class. */
final class AgentOptions {
  /** Time to open a device and fill its buffer before the first frame is due. */
  private static final Duration LEAD = Duration.ofMillis(700);

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

  @Option(
      names = "--data-mib-per-day",
      defaultValue = "256",
      paramLabel = "MIB",
      description = "What planned recordings may cost in a day; orders come anyway. Default: 256.")
  int dataMebibytesPerDay = 256;

  @Option(
      names = "--release-rule",
      defaultValue = "auto",
      paramLabel = "auto|off|relaxed|strict",
      description =
          "Whether an emergency of the commune, and whatever is to sound in quiet hours, needs the"
              + " names of two people. relaxed: emergencies of province and centre never do. auto:"
              + " strict as soon as the office has once given a release.")
  String releaseRule = "auto";

  @Option(
      names = "--gain-by-hour",
      paramLabel = "HH:MM-HH:MM=DB,…",
      converter = ByHour.class,
      description = "How much quieter at certain hours, Vietnamese time: 05:30-06:30=-6.")
  HourlyGain gainByHour = HourlyGain.LEVEL;

  @Option(
      names = "--microphone",
      paramLabel = "DEVICE",
      description =
          "Listens while it plays and reports what was heard: default, or part of a name as"
              + " \"arecord -L\" lists it. Nothing is kept or sent but the measurements.")
  @Nullable String microphone;

  @ArgGroup(exclusive = false, heading = "%nAmplifier:%n")
  AmplifierOptions amplifier = new AmplifierOptions();

  @Option(
      names = "--no-clock-chip",
      description = "This box forgets the time without power: only the office's word counts.")
  boolean withoutClockChip;

  PlayoutRules rules() {
    return PlayoutRules.DEFAULT
        .withQuietHours(quietHours)
        .withRelease(
            switch (releaseRule) {
              case "strict" -> ReleaseRule.STRICT;
              case "relaxed" -> ReleaseRule.RELAXED;
              case "auto", "off" -> ReleaseRule.OFF;
              default ->
                  throw new ProblemException(
                      new Problem(
                          "RELEASE_RULE_UNKNOWN",
                          "There is no release rule \"%s\".".formatted(releaseRule),
                          "Use auto, off, relaxed or strict."));
            })
        .withLead(LEAD.plus(amplifier.wiring().warmUp()));
  }

  boolean learnsRelease() {
    return releaseRule.equals("auto");
  }

  Optional<String> microphone() {
    return Optional.ofNullable(microphone);
  }

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

  /** Reads a table of gains. */
  static final class ByHour implements ITypeConverter<HourlyGain> {
    @Override
    public HourlyGain convert(String value) {
      try {
        return HourlyGain.parse(value);
      } catch (DateTimeParseException | IllegalArgumentException e) {
        throw new TypeConversionException("expected bands such as 05:30-06:30=-6,18:00-20:00=-3");
      }
    }
  }
}
