// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loalang.announcements.audio.Pcm;
import loalang.announcements.testkit.DecodedOpus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpusEncoderTest {
  private static final OpusEncoder ENCODER = new OpusEncoder(24_000);
  private static final OpusComments COMMENTS = new OpusComments("Họp\nthôn", "vi", machine(false));

  @ParameterizedTest(name = "{0} samples at {1} Hz")
  @CsvSource({"1,16000", "319,16000", "320,16000", "16000,16000", "84321,16000", "50001,24000"})
  void a_file_plays_exactly_as_long_as_the_sound(int length, int rateHertz) {
    Pcm sound = sweep(length, rateHertz);

    Pcm heard = DecodedOpus.of(ENCODER.encode(sound, COMMENTS)).sound();

    assertEquals((long) length * 48_000 / rateHertz, heard.length());
  }

  @Test
  void what_is_heard_is_what_was_coded_and_at_the_same_place() {
    Pcm sound = sweep(16_000 * 3, 16_000);

    float[] heard = DecodedOpus.of(ENCODER.encode(sound, COMMENTS)).sound().samples();

    float[] given = sound.samples();
    assertTrue(correlation(given, heard, 0) > 0.9, "r=" + correlation(given, heard, 0));
    assertTrue(correlation(given, heard, 0) > correlation(given, heard, 30));
    assertTrue(correlation(given, heard, 0) > correlation(given, heard, -30));
  }

  @Test
  void the_same_sound_gives_the_same_bytes() {
    Pcm sound = sweep(30_000, 16_000);

    assertArrayEquals(ENCODER.encode(sound, COMMENTS), ENCODER.encode(sound, COMMENTS));
  }

  @Test
  void another_sound_or_title_gives_other_bytes() {
    byte[] first = ENCODER.encode(sweep(30_000, 16_000), COMMENTS);

    OpusComments other = new OpusComments("Bão", "vi", machine(false));
    assertFalse(Arrays.equals(first, ENCODER.encode(sweep(30_001, 16_000), COMMENTS)));
    assertFalse(Arrays.equals(first, ENCODER.encode(sweep(30_000, 16_000), other)));
  }

  @Test
  void the_file_says_that_a_machine_spoke() {
    var tags = DecodedOpus.of(ENCODER.encode(sweep(500, 16_000), COMMENTS)).tags();

    assertEquals(List.of("1"), tags.getComments("SYNTHETIC_SPEECH"));
    assertEquals(List.of("espeak-ng"), tags.getComments("SPEECH_ENGINE"));
    assertEquals(List.of("espeak-vi-f5"), tags.getComments("SPEECH_VOICE"));
    assertEquals(List.of("vi"), tags.getComments("LANGUAGE"));
    assertEquals("Họp thôn", tags.getTitle());
  }

  @Test
  void pages_hold_one_second_and_cost_little() {
    byte[] file = ENCODER.encode(sweep(16_000 * 20, 16_000), COMMENTS);

    assertEquals(2 + 21, DecodedOpus.of(file).pages()); // the 21st holds what the coder is late by
    double kilobitsPerSecond = file.length * 8 / 20.0 / 1_000;
    assertTrue(kilobitsPerSecond < 27, kilobitsPerSecond + " kbit/s");
  }

  @Test
  void the_reference_decoder_reads_it_to_the_sample(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path opus = folder.resolve("a.opus");
    Path raw = folder.resolve("a.raw");
    Files.write(opus, ENCODER.encode(sweep(40_000, 16_000), COMMENTS));

    Process opusdec =
        new ProcessBuilder("opusdec", "--quiet", "--rate", "48000", opus.toString(), raw.toString())
            .redirectErrorStream(true)
            .start();
    String complaints = new String(opusdec.getInputStream().readAllBytes(), UTF_8);

    assertTrue(opusdec.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, opusdec.exitValue(), complaints);
    assertEquals(2L * 3 * 40_000, Files.size(raw));
  }

  @Test
  void the_playing_time_is_that_of_the_sound() {
    Pcm heard = DecodedOpus.of(ENCODER.encode(sweep(16_000, 16_000), COMMENTS)).sound();

    assertEquals(Duration.ofSeconds(1), heard.duration());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15_999, 32_001})
  void a_bit_rate_not_for_speech_is_refused(int bitsPerSecond) {
    assertThrows(IllegalArgumentException.class, () -> new OpusEncoder(bitsPerSecond));
  }

  @ParameterizedTest
  @CsvSource({"0,16000", "100,22050"})
  void what_opus_cannot_take_is_refused(int length, int rateHertz) {
    Pcm sound = Pcm.of(new float[length], rateHertz);

    assertThrows(IllegalArgumentException.class, () -> ENCODER.encode(sound, COMMENTS));
  }

  private static Pcm sweep(int length, int rateHertz) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      double t = (double) i / rateHertz;
      samples[i] = (float) (0.4 * Math.sin(2 * Math.PI * (200 * t + 150 * t * t)));
    }
    return Pcm.of(samples, rateHertz);
  }

  private static double correlation(float[] at16, float[] at48, int shift48) {
    double both = 0;
    double one = 0;
    double other = 0;
    for (int i = 1_000; i < at16.length - 1_000; i++) {
      double heard = at48[3 * i + shift48];
      both += at16[i] * heard;
      one += at16[i] * at16[i];
      other += heard * heard;
    }
    return both / Math.sqrt(one * other);
  }

  @Test
  void a_trained_voice_and_a_ruled_one_are_marked_as_what_they_are() throws IOException {
    assertEquals("algorithmicMedia", sourceType(machine(false)));
    assertEquals("trainedAlgorithmicMedia", sourceType(machine(true)));
    assertEquals("digitalCapture", sourceType(new OpusComments.Source.Person()));
  }

  private static String sourceType(OpusComments.Source source) throws IOException {
    byte[] file =
        ENCODER.encode(
            Pcm.silence(Duration.ofMillis(100), 16_000), new OpusComments("Họp", "vi", source));
    return String.valueOf(OggOpusSound.comments(file).get("DIGITALSOURCETYPE"));
  }

  private static OpusComments.Source machine(boolean isTrained) {
    return new OpusComments.Source.Synthetic("espeak-ng", "espeak-vi-f5", isTrained);
  }
}
