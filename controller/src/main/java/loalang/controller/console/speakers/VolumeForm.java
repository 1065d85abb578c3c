// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Gain;
import loalang.protocol.Volume;

/**
 * How loud a speaker is to be, as somebody chose it.
 *
 * @param level in decibels
 * @param hours with a level of their own; rows left empty are none
 * @param wrong the key of what is wrong
 */
public record VolumeForm(String level, List<Hours> hours, Optional<String> wrong) {
  private static final int ROWS = 3;
  private static final List<Integer> STEPS = List.of(0, -3, -6, -10, -15, -20, -30);

  public VolumeForm {
    hours = List.copyOf(hours);
  }

  /** One row of the form. */
  public record Hours(String from, String until, String gain) {
    private static final Hours NONE = new Hours("", "", "-10");

    boolean isEmpty() {
      return from.isEmpty() && until.isEmpty();
    }

    Volume.Hours read() {
      return new Volume.Hours(
          LocalTime.parse(from), LocalTime.parse(until), new Gain(Double.parseDouble(gain)));
    }
  }

  static VolumeForm of(Volume volume) {
    List<Hours> rows = new ArrayList<>();
    volume
        .hours()
        .forEach(
            one ->
                rows.add(
                    new Hours(one.from().toString(), one.until().toString(), number(one.gain()))));
    return new VolumeForm(number(volume.level()), padded(rows), Optional.empty());
  }

  static VolumeForm typed(Visit visit) {
    List<String> from = visit.fields("from");
    List<String> until = visit.fields("until");
    List<String> gain = visit.fields("gain");
    int rows = Math.min(from.size(), Math.min(until.size(), gain.size()));
    List<Hours> hours = new ArrayList<>();
    for (int i = 0; i < Math.min(rows, Volume.MOST_HOURS); i++) {
      hours.add(new Hours(from.get(i).strip(), until.get(i).strip(), gain.get(i).strip()));
    }
    return new VolumeForm(visit.field("level"), padded(hours), Optional.empty());
  }

  VolumeForm but(String key) {
    return new VolumeForm(level, hours, Optional.of(key));
  }

  /** The volume; empty if what was typed is none. */
  Optional<Volume> volume() {
    try {
      return Optional.of(
          new Volume(
              new Gain(Double.parseDouble(level)),
              hours.stream().filter(one -> !one.isEmpty()).map(Hours::read).toList()));
    } catch (IllegalArgumentException | DateTimeParseException notThere) {
      return Optional.empty();
    }
  }

  /** The levels one can choose, the loudest first, with the one that stands. */
  public List<String> choices(String standing) {
    TreeSet<Double> all = new TreeSet<>();
    STEPS.forEach(step -> all.add((double) step));
    try {
      all.add(new Gain(Double.parseDouble(standing)).decibels());
    } catch (IllegalArgumentException notThere) {
      return choices("0");
    }
    return all.descendingSet().stream().map(VolumeForm::number).toList();
  }

  private static List<Hours> padded(List<Hours> rows) {
    return Stream.concat(
            rows.stream(),
            Stream.generate(() -> Hours.NONE)
                .limit(Math.max(rows.isEmpty() ? ROWS : 1, ROWS - rows.size())))
        .limit(Volume.MOST_HOURS)
        .toList();
  }

  private static String number(Gain gain) {
    return number(gain.decibels());
  }

  private static String number(double decibels) {
    return decibels == Math.rint(decibels)
        ? String.valueOf(Math.round(decibels))
        : String.format(Locale.ROOT, "%s", decibels);
  }
}
