// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingTimeTest {
  private static final String WRITTEN =
      "Kính mời bà con họp thôn. Họp lúc 19h30 ngày 5/9. Xin mang theo sổ.";
  private static final Script SCRIPT = VietnameseNormaliser.standard().read(WRITTEN);

  @Test
  void a_script_that_fits_its_slot_gives_no_warning() {
    Duration whole = ReadingTime.of(SCRIPT.sentences());

    assertTrue(ReadingTime.overrun(SCRIPT, WRITTEN, whole).isEmpty());
    assertTrue(ReadingTime.fits(SCRIPT.sentences(), whole));
  }

  @Test
  void the_warning_points_at_the_sentence_in_which_the_time_runs_out() {
    Duration first = ReadingTime.of(SCRIPT.sentences().get(0));

    ReadingWarning warning =
        ReadingTime.overrun(SCRIPT, WRITTEN, first.plusSeconds(1)).orElseThrow();

    assertEquals(ReadingWarning.Kind.LONGER_THAN_SLOT, warning.kind());
    assertEquals("Họp lúc 19h30 ngày 5/9", warning.written());
    assertEquals(WRITTEN.indexOf("Họp lúc"), warning.source().start());
    assertEquals(SCRIPT.sentences().get(1).spoken(), warning.spoken());
  }

  @Test
  void a_slot_of_no_length_runs_out_in_the_first_sentence() {
    ReadingWarning warning = ReadingTime.overrun(SCRIPT, WRITTEN, Duration.ZERO).orElseThrow();

    assertEquals(0, warning.source().start());
  }

  @Test
  void the_silence_after_the_last_sentence_needs_no_time() {
    Duration whole = ReadingTime.of(SCRIPT.sentences());
    Duration silence = SCRIPT.sentences().get(2).pauseAfter().length();

    assertTrue(ReadingTime.overrun(SCRIPT, WRITTEN, whole.minus(silence)).isEmpty());
    assertTrue(
        ReadingTime.overrun(SCRIPT, WRITTEN, whole.minus(silence).minusMillis(1)).isPresent());
  }

  @Test
  void a_script_of_nothing_fits_any_slot() {
    assertTrue(
        ReadingTime.overrun(VietnameseNormaliser.standard().read(""), "", Duration.ZERO).isEmpty());
  }
}
