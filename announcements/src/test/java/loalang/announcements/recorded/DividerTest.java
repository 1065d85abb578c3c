// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loalang.announcements.audio.Pcm;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DividerTest {

  @ParameterizedTest
  @CsvSource({
    "8000,8000",
    "16000,16000",
    "22050,22050",
    "24000,24000",
    "32000,16000",
    "44100,22050",
    "48000,16000",
    "88200,17640",
    "96000,16000",
    "176400,17640",
    "192000,16000"
  })
  void what_is_kept_runs_at_sixteen_kilohertz_or_a_little_more(int given, int kept) {
    Pcm sound = divided(tone(given, 440));
    assertEquals(kept, sound.rateHertz());
    assertEquals(kept, sound.length());
    assertEquals(20 * Math.log10(0.5 / Math.sqrt(2)), sound.rmsDbfs(), 0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {44_100, 48_000, 192_000})
  void speech_up_to_seven_kilohertz_stays_as_loud(int rateHertz) {
    double lost =
        divided(tone(rateHertz, 7_000)).rmsDbfs() - divided(tone(rateHertz, 440)).rmsDbfs();
    assertEquals(0, lost, 0.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {32_000, 48_000, 192_000})
  void what_would_fold_back_into_speech_is_gone_but_for_the_click_at_its_ends(int rateHertz) {
    assertTrue(divided(tone(rateHertz, 9_500)).rmsDbfs() < -45);
  }

  @Test
  void nothing_comes_earlier_or_later() {
    float[] click = new float[48_000];
    click[24_000] = 1;
    float[] heard = divided(Pcm.of(click, 48_000)).samples();
    int loudest = 0;
    for (int i = 0; i < heard.length; i++) {
      loudest = heard[i] > heard[loudest] ? i : loudest;
    }
    assertEquals(8_000, loudest);
  }

  @Test
  void what_is_not_divided_is_not_touched() {
    Pcm sound = tone(16_000, 3_000);
    assertArrayEquals(sound.samples(), divided(sound).samples());
    assertEquals(0, divided(Pcm.of(new float[0], 48_000)).length());
  }

  private static Pcm divided(Pcm sound) {
    Divider divider = new Divider(sound.rateHertz());
    for (float sample : sound.samples()) {
      divider.add(sample);
    }
    return divider.sound();
  }

  /** One second. */
  private static Pcm tone(int rateHertz, double hertz) {
    float[] samples = new float[rateHertz];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rateHertz));
    }
    return Pcm.of(samples, rateHertz);
  }
}
