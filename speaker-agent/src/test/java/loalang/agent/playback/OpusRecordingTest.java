// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import loalang.agent.kit.Tone;
import loalang.protocol.Gain;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpusRecordingTest {

  static byte[] decoded(Path file, double factor) {
    long frames = OpusRecording.framesIn(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[OpusRecording.bufferBytes()];
    try (OpusRecording recording = OpusRecording.open(file, frames)) {
      for (int length = recording.read(buffer, factor);
          length > 0;
          length = recording.read(buffer, factor)) {
        out.write(buffer, 0, length);
      }
    }
    return out.toByteArray();
  }

  private static double rms(byte[] pcm) {
    ByteBuffer samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
    double sum = 0;
    int count = 0;
    for (int at = 0; at + 1 < pcm.length; at += 2) {
      double sample = samples.getShort(at);
      sum += sample * sample;
      count++;
    }
    return Math.sqrt(sum / count);
  }

  @ParameterizedTest(name = "{0} ms")
  @ValueSource(longs = {20, 100, 999, 1_000, 1_001, 3_210})
  void it_decodes_to_exactly_the_frames_the_last_granule_names(long millis) throws IOException {
    // Given
    Path file = Files.createTempFile("tone", ".opus");
    Tone tone = Tone.of(440, Duration.ofMillis(millis));
    Files.write(file, tone.bytes());

    // Then
    assertEquals(millis * 48, OpusRecording.framesIn(file));
    assertEquals(2 * millis * 48, decoded(file, 1).length);
    Files.delete(file);
  }

  @Test
  void what_comes_out_is_the_tone_that_went_in(@TempDir Path directory) throws IOException {
    // Given
    Path file = directory.resolve("tone.opus");
    Files.write(file, Tone.of(480, Duration.ofSeconds(2)).bytes());

    // When
    byte[] pcm = decoded(file, 1);

    // Then
    assertEquals(12_000 / Math.sqrt(2), rms(pcm), 900);
    ByteBuffer samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
    int crossings = 0;
    for (int at = 2; at + 1 < pcm.length; at += 2) {
      if (samples.getShort(at - 2) < 0 && samples.getShort(at) >= 0) {
        crossings++;
      }
    }
    assertEquals(960, crossings, 3);
  }

  @Test
  void half_the_gain_is_half_the_sound(@TempDir Path directory) throws IOException {
    // Given
    Path file = directory.resolve("tone.opus");
    Files.write(file, Tone.of(480, Duration.ofSeconds(1)).bytes());

    // Then
    double half = new Gain(-6.0206).factor();
    assertEquals(rms(decoded(file, 1)) / 2, rms(decoded(file, half)), 5);
  }

  /** The office sets a recording's loudness by the gain in its head (RFC 7845 §5.1). */
  @ParameterizedTest(name = "{0}/256 dB")
  @ValueSource(ints = {-1541, 256})
  void the_gain_in_the_head_of_a_recording_is_applied(int gain, @TempDir Path directory)
      throws IOException {
    // Given
    byte[] plain = Tone.of(480, Duration.ofSeconds(1)).bytes();
    Path before = Files.write(directory.resolve("plain.opus"), plain);
    byte[] changed = plain.clone();
    int head = new String(plain, StandardCharsets.ISO_8859_1).indexOf("OpusHead");
    changed[head + 16] = (byte) gain;
    changed[head + 17] = (byte) (gain >> 8);
    Path after = Files.write(directory.resolve("changed.opus"), changed);

    // Then
    double factor = Math.pow(10, gain / (20 * 256.0));
    assertEquals(rms(decoded(before, 1)) * factor, rms(decoded(after, 1)), 10);
  }

  @Test
  void bytes_that_are_no_sound_are_a_problem_and_nothing_worse(@TempDir Path directory)
      throws IOException {
    // Given
    byte[] good = Tone.of(440, Duration.ofMillis(300)).bytes();
    Path file = directory.resolve("bad.opus");
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bad = Arrays.copyOf(good, i % 3 == 0 ? random.nextInt(good.length) : good.length);
      for (int flips = 0; flips < 20 && bad.length > 0; flips++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      Files.write(file, bad);

      // When
      try {
        assertTrue(decoded(file, 1).length > 0);
      } catch (ProblemException e) {
        // Then
        assertEquals("RECORDING_UNREADABLE", e.problem().code());
        refused++;
      }
    }
    assertTrue(refused > 50, "refused " + refused);
  }

  @Test
  void a_file_that_is_not_there_is_unreadable(@TempDir Path directory) {
    Path nowhere = directory.resolve("nowhere");
    assertEquals(
        "RECORDING_UNREADABLE",
        assertThrows(ProblemException.class, () -> OpusRecording.framesIn(nowhere))
            .problem()
            .code());
    assertEquals(
        "RECORDING_UNREADABLE",
        assertThrows(ProblemException.class, () -> OpusRecording.open(nowhere, 1))
            .problem()
            .code());
  }
}
