// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ears are tried on known sounds before anything is judged by them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EarsTest {
  private static final int SECOND = Sound.RATE;

  @Test
  void a_sound_is_like_itself_at_any_shift_within_reach() {
    Sound speech = Sound.ofRaw(noise(1, 2 * SECOND, 0));
    Sound later = Sound.ofRaw(noise(1, 2 * SECOND, 480));

    assertTrue(speech.likeness(later, 20) > 0.98);
  }

  @Test
  void two_different_sounds_are_not_alike() {
    Sound one = Sound.ofRaw(noise(1, 2 * SECOND, 0));
    Sound other = Sound.ofRaw(noise(2, 2 * SECOND, 0));

    assertTrue(Math.abs(one.likeness(other, 20)) < 0.1);
  }

  @Test
  void silence_is_like_nothing() {
    Sound one = Sound.ofRaw(noise(1, SECOND, 0));

    assertEquals(0, one.likeness(Sound.ofRaw(new byte[2 * SECOND]), 5));
  }

  @Test
  void the_null_sink_hears_in_real_time_what_was_played(@TempDir Path folder)
      throws IOException, InterruptedException {
    byte[] played = noise(3, 2 * SECOND, 0);
    Path file = folder.resolve("played.raw");
    Files.write(file, played);
    try (NullSink sink = NullSink.start(folder.resolve("pulse"))) {
      Process player =
          new ProcessBuilder(
                  "pacat",
                  "--raw",
                  "--rate=48000",
                  "--channels=1",
                  "--format=s16le",
                  "--server=" + sink.server(),
                  "--device=" + NullSink.NAME,
                  file.toString())
              .inheritIO()
              .start();
      assertEquals(0, player.waitFor());

      Sound heard = sink.heard().trimmed();

      assertEquals(2000, heard.millis(), 100);
      assertTrue(Sound.ofRaw(played).likeness(heard, 100) > 0.99);
    }
  }

  private static byte[] noise(long seed, int samples, int delaySamples) {
    Random random = new Random(seed);
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples; i++) {
      bytes.putShort((short) (i < delaySamples ? 0 : random.nextGaussian() * 4000));
    }
    return bytes.array();
  }
}
