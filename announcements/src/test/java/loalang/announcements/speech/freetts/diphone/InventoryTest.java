// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.speech.freetts.diphone.Diphone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import loalang.announcements.speech.freetts.score.Accent;
import loalang.announcements.speech.freetts.score.Phone;
import loalang.announcements.speech.freetts.score.ScoreWriter;
import loalang.announcements.speech.freetts.score.Segment;
import loalang.announcements.speech.freetts.syllable.Coda;
import loalang.announcements.speech.freetts.syllable.Nucleus;
import loalang.announcements.speech.freetts.syllable.Onset;
import loalang.announcements.speech.freetts.syllable.Phrase;
import loalang.announcements.speech.freetts.syllable.Syllable;
import loalang.announcements.speech.freetts.syllable.Syllable.Rime;
import loalang.announcements.speech.freetts.syllable.Tone;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InventoryTest {
  private static final Inventory INVENTORY = new Inventory();

  /**
   * Every onset before every glide, nucleus and coda, legal or not, and every end before every
   * beginning: a pair without a diphone would be a hole in somebody's name.
   */
  @ParameterizedTest
  @EnumSource(Accent.class)
  void every_pair_of_sounds_that_can_meet_has_a_diphone(Accent accent) {
    Set<Phone> beginnings = EnumSet.of(Phone.PAUSE);
    Set<Phone> ends = EnumSet.of(Phone.PAUSE);
    Set<String> pairs = new TreeSet<>();
    for (Syllable syllable : allSyllables()) {
      List<Phone> phones = phones(syllable, accent);
      beginnings.add(phones.get(0));
      ends.add(phones.get(phones.size() - 1));
      for (int i = 0; i + 1 < phones.size(); i++) {
        pairs.add(checked(phones.get(i), phones.get(i + 1)));
      }
    }
    for (Phone end : ends) {
      beginnings.forEach(beginning -> pairs.add(checked(end, beginning)));
    }
    assertTrue(pairs.size() > 600, "only " + pairs.size() + " pairs");
  }

  private static String checked(Phone first, Phone second) {
    Diphone diphone = INVENTORY.of(first, second);
    String name = first + "-" + second;
    assertEquals(name, diphone.getName());
    assertTrue(diphone.getUnitSize(Half.FIRST) > 0, name + " has no first half");
    assertTrue(diphone.getUnitSize(Half.SECOND) > 0, name + " has no second half");
    return name;
  }

  /** A filter that is not stable screams. */
  @Test
  void every_bent_vowel_is_still_a_stable_filter() {
    RecordedDiphones recorded = RecordedDiphones.load();
    for (Phone vowel : List.of(Phone.A, Phone.I, Phone.U, Phone.U_HORN, Phone.O_HORN, Phone.E)) {
      for (Phone other : Phone.values()) {
        if (other == Phone.W || other == Phone.Y || other == Phone.H) {
          continue;
        }
        Diphone diphone = INVENTORY.of(vowel, other);
        for (int i = 0; i < diphone.getMidPoint(); i++) {
          Frame frame = recorded.frame(diphone.getSamples(i));
          assertTrue(
              LineSpectrum.of(frame.predictor()).isPresent(), diphone.getName() + " frame " + i);
        }
      }
    }
  }

  @Test
  void a_t_has_no_breath_and_a_th_has() {
    int plain = INVENTORY.of(Phone.T, Phone.A).getUnitSize(Half.FIRST);
    int breathed = INVENTORY.of(Phone.TH, Phone.I).getMidPoint();

    assertTrue(plain <= 4 * 170, "t lasts " + plain + " samples");
    assertTrue(breathed > 4, "th has " + breathed + " frames");
  }

  @Test
  void a_pair_is_made_once() {
    assertTrue(INVENTORY.of(Phone.M, Phone.A) == INVENTORY.of(Phone.M, Phone.A));
  }

  @Test
  void a_wrong_name_is_an_error_and_not_some_other_sound() {
    RecordedDiphones recorded = RecordedDiphones.load();

    assertThrows(IllegalStateException.class, () -> recorded.outOf("ix", "t"));
  }

  private static List<Phone> phones(Syllable syllable, Accent accent) {
    List<Segment> segments =
        ScoreWriter.write(List.of(new Phrase(List.of(syllable), Phrase.End.SENTENCE)), accent)
            .segments();
    return segments.subList(1, segments.size() - 1).stream().map(Segment::phone).toList();
  }

  private static List<Syllable> allSyllables() {
    List<Syllable> all = new ArrayList<>();
    for (Onset onset : Onset.values()) {
      for (Nucleus nucleus : Nucleus.values()) {
        for (Coda coda : Coda.values()) {
          Tone tone = coda.stops() ? Tone.SAC : Tone.NGANG;
          all.add(new Syllable(onset, new Rime(false, nucleus, coda), tone));
          all.add(new Syllable(onset, new Rime(true, nucleus, coda), tone));
        }
      }
    }
    return all;
  }
}
