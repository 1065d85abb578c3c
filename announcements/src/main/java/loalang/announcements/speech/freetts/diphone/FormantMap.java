// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves the resonances of a vowel: straight lines through the pairs "recorded > wanted", from 0 Hz
 * to half the sample rate, which stay where they are.
 */
final class FormantMap {
  /** Leaves all as recorded. */
  static final FormantMap NONE = new FormantMap(List.of(), 8_000);

  private final double[] recorded;
  private final double[] wanted;

  private FormantMap(List<double[]> pairs, double highestHertz) {
    recorded = new double[pairs.size() + 2];
    wanted = new double[pairs.size() + 2];
    for (int i = 0; i < pairs.size(); i++) {
      recorded[i + 1] = radians(pairs.get(i)[0], highestHertz);
      wanted[i + 1] = radians(pairs.get(i)[1], highestHertz);
    }
    recorded[pairs.size() + 1] = Math.PI;
    wanted[pairs.size() + 1] = Math.PI;
    for (int i = 1; i < recorded.length; i++) {
      if (!(recorded[i] > recorded[i - 1] && wanted[i] > wanted[i - 1])) {
        throw new IllegalArgumentException("Formants rise, at pair " + i + " they do not.");
      }
    }
  }

  /**
   * Reads "700>740 1440>1400".
   *
   * @param text pairs in hertz, or "-" for none
   * @param highestHertz half the sample rate
   * @throws IllegalArgumentException if they do not rise
   */
  static FormantMap parse(String text, double highestHertz) {
    if ("-".equals(text)) {
      return NONE;
    }
    List<double[]> pairs = new ArrayList<>();
    for (String pair : text.split(" ", -1)) {
      String[] ends = pair.split(">", 2);
      pairs.add(new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])});
    }
    return new FormantMap(pairs, highestHertz);
  }

  private static double radians(double hertz, double highestHertz) {
    return Math.PI * hertz / highestHertz;
  }

  /** True for {@link #NONE}. */
  boolean leavesAll() {
    return this == NONE;
  }

  /** Where a line of the spectrum goes, radians a sample. */
  double moved(double line) {
    int upper = 1;
    while (upper < recorded.length - 1 && recorded[upper] < line) {
      upper++;
    }
    double part = (line - recorded[upper - 1]) / (recorded[upper] - recorded[upper - 1]);
    return wanted[upper - 1] + part * (wanted[upper] - wanted[upper - 1]);
  }
}
