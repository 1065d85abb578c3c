// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StretchTest {
  private static final int FRAMES = 960;
  private static final int FROM = 8;

  private static short tone(double frame) {
    return (short) Math.round(20_000 * Math.sin(2 * Math.PI * 440 * frame / 48_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void the_tone_goes_on_from_its_first_frame_to_its_last(int frames) {
    // Given
    byte[] pcm = new byte[FROM + 2 * FRAMES + 2];
    ByteBuffer block = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < FRAMES; i++) {
      block.putShort(FROM + 2 * i, tone(i));
    }

    // When
    int length = Stretch.by(pcm, FROM, 2 * FRAMES, frames);

    // Then
    assertEquals(2 * (FRAMES + frames), length);
    for (int i = 0; i < FRAMES + frames; i++) {
      double at = i * (FRAMES - 1.0) / (FRAMES + frames - 1);
      int wrong = Math.abs(block.getShort(FROM + 2 * i) - tone(at));
      assertTrue(wrong <= 20, "frame %d is off by %d".formatted(i, wrong));
    }
    assertEquals(tone(0), block.getShort(FROM));
    assertEquals(tone(FRAMES - 1), block.getShort(FROM + length - 2));
  }
}
