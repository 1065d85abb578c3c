// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.freetts.score.Accent;
import loalang.announcements.speech.freetts.score.ScoreWriter;
import loalang.announcements.speech.freetts.syllable.SpokenText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nine long vowels, measured in the finished sound by linear prediction of its middle. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VowelColourTest {
  private static final Mouth MOUTH = new Mouth();
  private static final int ORDER = 18;
  private static final List<String> VOWELS =
      List.of("bi", "bê", "be", "bư", "bơ", "ba", "bu", "bô", "bo");

  /** Bounds of the first two resonances of a man's Vietnamese vowels, hertz. */
  @ParameterizedTest(name = "{0} has its resonances at {1}-{2} and {3}-{4} Hz")
  @CsvSource({
    "bi, 230-380, 1900-2400",
    "bê, 380-500, 1800-2250",
    "be, 500-680, 1650-2050",
    "bư, 260-420, 1150-1600",
    "bơ, 430-580, 1050-1400",
    "ba, 650-850, 1200-1550",
  })
  void a_vowel_has_the_resonances_of_its_place(String syllable, String first, String second) {
    double[] heard = resonances(envelope(syllable, 0.5));

    assertWithin(first, heard[0], syllable);
    assertWithin(second, heard[1], syllable);
  }

  @Test
  void no_two_vowels_sound_alike() {
    for (String one : VOWELS) {
      for (String other : VOWELS) {
        if (!one.equals(other)) {
          double apart = distance(envelope(one, 0.5), envelope(other, 0.5));
          assertTrue(apart > 3, "%s and %s are %.1f dB apart".formatted(one, other, apart));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ti, bi", "ta, ba", "tê, bê", "mơ, bơ", "mo, bo", "mu, bu"})
  void a_vowel_is_nearer_to_itself_after_another_onset_than_to_any_other(
      String syllable, String same) {
    double[] heard = envelope(syllable, 0.6);

    double own = distance(heard, envelope(same, 0.6));

    for (String other : VOWELS) {
      if (!other.equals(same)) {
        double apart = distance(heard, envelope(other, 0.6));
        assertTrue(own < apart, "%s: %.1f dB, %s: %.1f dB".formatted(same, own, other, apart));
      }
    }
  }

  private static void assertWithin(String range, double hertz, String of) {
    String[] ends = range.split("-", 2);
    assertTrue(
        hertz >= Double.parseDouble(ends[0]) && hertz <= Double.parseDouble(ends[1]),
        "%s: %.0f Hz is not within %s".formatted(of, hertz, range));
  }

  /** The envelope of 40 ms, decibels, each 20 Hz from 0 to 4 kHz. */
  static double[] envelope(String syllable, double place) {
    Pcm sound = MOUTH.say(ScoreWriter.write(SpokenText.phrases(syllable), Accent.NORTH));
    float[] samples = sound.samples();
    int middle = loudPart(samples, place);
    double[] window = new double[640];
    for (int i = 0; i < window.length; i++) {
      int at = middle - window.length / 2 + i;
      double hamming = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (window.length - 1));
      window[i] = hamming * (samples[at] - 0.9 * samples[at - 1]);
    }
    double[] predictor = predictor(window);
    double[] envelope = new double[200];
    for (int bin = 0; bin < envelope.length; bin++) {
      double angle = 2 * Math.PI * bin * 20 / sound.rateHertz();
      double real = 1;
      double imaginary = 0;
      for (int k = 0; k < ORDER; k++) {
        real -= predictor[k] * Math.cos((k + 1) * angle);
        imaginary += predictor[k] * Math.sin((k + 1) * angle);
      }
      envelope[bin] = -10 * Math.log10(real * real + imaginary * imaginary);
    }
    return envelope;
  }

  private static int loudPart(float[] samples, double place) {
    List<Integer> loud = new ArrayList<>();
    for (int i = 0; i + 320 < samples.length; i += 80) {
      if (Pcm.of(Arrays.copyOfRange(samples, i, i + 320), 16_000).rmsDbfs() > -26) {
        loud.add(i + 160);
      }
    }
    return loud.get((int) (place * (loud.size() - 1)));
  }

  /** Levinson and Durbin. */
  private static double[] predictor(double[] window) {
    double[] correlation = new double[ORDER + 1];
    for (int lag = 0; lag <= ORDER; lag++) {
      for (int i = lag; i < window.length; i++) {
        correlation[lag] += window[i] * window[i - lag];
      }
    }
    double[] predictor = new double[ORDER];
    double error = correlation[0] * 1.0001;
    for (int i = 0; i < ORDER; i++) {
      double sum = correlation[i + 1];
      for (int k = 0; k < i; k++) {
        sum -= predictor[k] * correlation[i - k];
      }
      double reflection = sum / error;
      double[] next = predictor.clone();
      next[i] = reflection;
      for (int k = 0; k < i; k++) {
        next[k] = predictor[k] - reflection * predictor[i - 1 - k];
      }
      predictor = next;
      error *= 1 - reflection * reflection;
    }
    return predictor;
  }

  /** The first two peaks of an envelope over 200 Hz, hertz. */
  static double[] resonances(double[] envelope) {
    return IntStream.range(10, envelope.length - 1)
        .filter(bin -> envelope[bin] > envelope[bin - 1] && envelope[bin] >= envelope[bin + 1])
        .limit(2)
        .mapToDouble(bin -> bin * 20)
        .toArray();
  }

  /** The difference of two envelopes between 200 and 3,500 Hz, without that of their level. */
  static double distance(double[] one, double[] other) {
    double mean = 0;
    for (int bin = 10; bin < 175; bin++) {
      mean += (one[bin] - other[bin]) / 165;
    }
    double sum = 0;
    for (int bin = 10; bin < 175; bin++) {
      sum += Math.pow(one[bin] - other[bin] - mean, 2) / 165;
    }
    return Math.sqrt(sum);
  }
}
