// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import loalang.controller.console.frame.Texts;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.protocol.Gain;
import loalang.protocol.Volume;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.state.Machine;

/** How volumes and self-tests are told to people. */
public final class CareWords {
  private static final long MEGABYTE = 1_000_000;

  private CareWords() {}

  /** A volume, one line for each stretch of hours. */
  public static List<String> volume(Texts texts, Volume volume) {
    List<String> lines = new ArrayList<>();
    volume
        .hours()
        .forEach(
            one ->
                lines.add(
                    texts.of("volume.hours", one.from(), one.until(), gain(texts, one.gain()))));
    lines.add(
        texts.of(
            lines.isEmpty() ? "volume.always" : "volume.otherwise", gain(texts, volume.level())));
    return lines;
  }

  /** A level in decibels, and about how loud that is to the ear. */
  public static String gain(Texts texts, String decibels) {
    return gain(texts, new Gain(Double.parseDouble(decibels)));
  }

  private static String gain(Texts texts, Gain gain) {
    double decibels = gain.decibels();
    String number =
        decibels == Math.rint(decibels)
            ? String.valueOf(Math.round(decibels))
            : String.valueOf(decibels);
    return texts.of(ear(decibels), texts.decimal(number.replace('-', '\u2212')));
  }

  // Ten decibels are half as loud to the ear (ISO 532 speaks of 10 phon).
  private static String ear(double decibels) {
    if (decibels > -1) {
      return "volume.full";
    }
    if (decibels > -8) {
      return "volume.softer";
    }
    if (decibels > -15) {
      return "volume.half";
    }
    return decibels > -30 ? "volume.quarter" : "volume.hardly";
  }

  /** What one check found. */
  public static String found(Texts texts, SelfCheck check) {
    String key = "check." + check.check() + ".found";
    String measured =
        check.measured() == null || !texts.knows(key)
            ? ""
            : texts.of(key, number(texts, check.check(), check.measured()), due(texts, check));
    return Optional.ofNullable(check.why())
        .map(why -> measured.isEmpty() ? why(texts, why) : measured + "; " + why(texts, why))
        .orElse(measured);
  }

  private static String due(Texts texts, SelfCheck check) {
    return check.due() == null ? "" : number(texts, check.check(), check.due());
  }

  private static String number(Texts texts, String check, long value) {
    if (check.equals(SelfCheck.UNDER_VOLTAGE) || check.equals(SelfCheck.AMPLIFIER)) {
      return texts.of("check." + check + "." + value);
    }
    return texts.whole(check.equals(SelfCheck.DISK_FREE) ? value / MEGABYTE : value);
  }

  private static String why(Texts texts, String why) {
    if (texts.knows("why." + why)) {
      return texts.of("why." + why);
    }
    return texts.knows("reason." + code(why)) ? texts.reason(code(why)) : why;
  }

  /** Why a loudspeaker does not obey, as it said. */
  public static String refusal(Texts texts, String word) {
    return texts.reason("REFUSED_" + code(word));
  }

  private static String code(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What was looked at. */
  public static String name(Texts texts, SelfCheck check) {
    String key = "check." + check.check();
    return texts.knows(key) ? texts.of(key) : check.check();
  }

  /** The style of what one check found. */
  public static String colour(SelfCheck check) {
    return switch (check.finding()) {
      case GOOD -> "good";
      case BAD -> "bad";
      case NOT_CHECKED -> "off";
    };
  }

  /** The style of how far a test has come. */
  public static String colour(SelfTestDesk.Stage stage) {
    return switch (stage) {
      case GOOD -> "good";
      case WAITING -> "open";
      case BAD, REFUSED, SILENT -> "bad";
    };
  }

  /** The temperature of a machine; empty if it tells none. */
  public static Optional<String> temperature(Texts texts, Machine machine) {
    return Optional.ofNullable(machine.temperatureCelsius())
        .map(celsius -> texts.of("one.celsius", texts.whole(Math.round(celsius))));
  }

  /** What a loudspeaker says is wrong with it. */
  public static String trouble(Texts texts, String code) {
    String key = "trouble." + Objects.requireNonNull(code);
    return texts.knows(key) ? texts.of(key) : code;
  }
}
