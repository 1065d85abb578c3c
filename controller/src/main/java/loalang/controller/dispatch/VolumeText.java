// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.Gain;
import loalang.protocol.Volume;

/** A volume as a column and the audit log hold it: {@code -3.0 05:30-06:30=-12.0}. Pure. */
final class VolumeText {
  private VolumeText() {}

  static String of(Volume volume) {
    return Stream.concat(
            Stream.of(String.valueOf(volume.level().decibels())),
            volume.hours().stream()
                .map(one -> one.from() + "-" + one.until() + "=" + one.gain().decibels()))
        .collect(Collectors.joining(" "));
  }

  static Volume parse(String text) {
    List<String> words = Arrays.asList(text.split(" ", -1));
    return new Volume(
        new Gain(Double.parseDouble(words.get(0))),
        words.stream().skip(1).map(VolumeText::hours).toList());
  }

  private static Volume.Hours hours(String word) {
    String[] sides = word.split("=", -1);
    String[] ends = sides[0].split("-", -1);
    return new Volume.Hours(
        LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), new Gain(Double.parseDouble(sides[1])));
  }
}
