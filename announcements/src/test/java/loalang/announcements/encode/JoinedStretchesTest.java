// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Shaping;
import loalang.announcements.encode.OpusEncoder.Playing;
import loalang.announcements.testkit.DecodedOpus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches coded apart and joined, against the same sound coded in one go. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JoinedStretchesTest {
  private static final OpusEncoder ENCODER = new OpusEncoder(24_000);
  private static final OpusComments COMMENTS =
      new OpusComments("Họp", "vi", new OpusComments.Source.Person());

  @ParameterizedTest(name = "cut after each {0} frames")
  @ValueSource(ints = {13, 50, 111})
  void a_seam_in_the_middle_of_speech_is_no_worse_than_coding_itself(int frames)
      throws IOException {
    // Given
    Pcm speech = speech();
    Pcm whole = DecodedOpus.of(ENCODER.encode(speech, COMMENTS)).sound();

    // When
    Pcm joined = DecodedOpus.of(joined(speech, frames)).sound();

    // Then
    assertEquals(whole.length(), joined.length());
    int seams = 0;
    double wholeError = 0;
    double joinedError = 0;
    double worstStep = 0;
    int seam = frames * 960;
    for (int at = seam; at + 2_000 < whole.length(); at += seam) {
      wholeError += error(speech, whole, at);
      joinedError += error(speech, joined, at);
      worstStep = Math.max(worstStep, largestStep(joined, at, 240) - largestStep(whole, at, 240));
      seams++;
    }
    double worseDb = 10 * Math.log10(joinedError / wholeError);
    assertTrue(worseDb < 1, String.format(Locale.ROOT, "%d seams, %.2f dB", seams, worseDb));
    double ordinaryStep = largestStep(whole, whole.length() / 2, whole.length() / 2);
    assertTrue(worstStep < ordinaryStep / 10, "a click: " + worstStep + " in " + ordinaryStep);
  }

  @Test
  void a_seam_in_a_pause_cannot_be_found_at_all() throws IOException {
    Pcm sentence = speech().stretch(0, 16_000 * 2);
    Pcm twice = sentence.stretch(0, 16_000 * 5); // 2 s of speech, 3 s of silence
    int frames = 50 * 4;

    Pcm heard = DecodedOpus.of(joined(twice, frames)).sound();

    Pcm aroundSeam = heard.stretch(frames * 960 - 4_800, 9_600);
    assertTrue(aroundSeam.rmsDbfs() < -80, aroundSeam.rmsDbfs() + " dBFS");
  }

  private static Pcm speech() throws IOException {
    Process espeak =
        new ProcessBuilder(
                "espeak-ng",
                "-v",
                "vi+f5",
                "--stdout",
                "mời bà con mang theo sổ tiêm chủng và thẻ bảo hiểm y tế của trẻ ra trạm y tế xã")
            .start();
    byte[] wav = espeak.getInputStream().readAllBytes();
    byte[] samples = java.util.Arrays.copyOfRange(wav, 44, wav.length);
    Pcm shaped = new Shaping(16_000).shape(Pcm.ofInt16LittleEndian(samples, 22_050));
    return shaped.stretch(0, shaped.length() / 320 * 320);
  }

  private static byte[] joined(Pcm sound, int frames) {
    int all = sound.length() / 320 + 1;
    List<CodedSound> pieces = new ArrayList<>();
    for (int from = 0; from < all; from += frames) {
      pieces.add(ENCODER.code(sound, from, Math.min(frames, all - from)).sound());
    }
    return ENCODER.file(CodedSound.ofAll(pieces), new Playing(sound.length(), 16_000, 0), COMMENTS);
  }

  /** Power of the difference within 40 ms after a place, at 16 kHz. */
  private static double error(Pcm given, Pcm heard48, int at48) {
    float[] input = given.samples();
    float[] output = heard48.samples();
    double sum = 0;
    for (int i = at48 / 3; i < at48 / 3 + 640; i++) {
      double difference = input[i] - output[3 * i];
      sum += difference * difference;
    }
    return sum;
  }

  private static double largestStep(Pcm sound, int at, int reach) {
    float[] around = sound.stretch(at - reach, 2 * reach).samples();
    double largest = 0;
    for (int i = 1; i < around.length; i++) {
      largest = Math.max(largest, Math.abs(around[i] - around[i - 1]));
    }
    return largest;
  }
}
