// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

/**
 * How one Vietnamese sound is made of recorded American ones; the columns of {@code sounds.tsv}.
 *
 * @param enters whose first half follows the sound before
 * @param leaves whose second half is heard
 * @param opens whose way into the next sound is heard
 * @param via stands for the next sound where it leaves, or "-"
 * @param cut which part of the second half is heard
 * @param gain a factor on the excitation
 * @param formants where the resonances go
 */
record Recipe(
    String enters,
    String leaves,
    String opens,
    String via,
    Cut cut,
    double gain,
    FormantMap formants) {

  /** Which part of a consonant's second half is heard. */
  enum Cut {
    /** All of it. */
    WHOLE,
    /** The closure and the burst, without the breath after it: t, k, p. */
    TAP,
    /** The breath after the burst: kh. */
    BREATH,
    /** All of it, and the voice behind the closure in the first half too: b, đ. */
    MURMUR
  }

  static Recipe parse(String[] row, double highestHertz) {
    return new Recipe(
        row[1],
        row[2],
        row[3],
        row[4],
        Cut.valueOf(row[5]),
        Math.pow(10, Double.parseDouble(row[6]) / 20),
        FormantMap.parse(row[7], highestHertz));
  }
}
