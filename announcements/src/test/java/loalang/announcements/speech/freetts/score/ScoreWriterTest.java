// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loalang.announcements.speech.freetts.syllable.SpokenText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScoreWriterTest {

  @ParameterizedTest(name = "{0}: north {1}, centre {2}, south {3}")
  @CsvSource({
    "da,     Z A,            Y A,            Y A",
    "gia,    Z A,            Y A,            Y A",
    "ra,     Z A,            R A,            R A",
    "sa,     S A,            SH A,           SH A",
    "xa,     S A,            S A,            S A",
    "tra,    CH A,           TR A,           TR A",
    "cha,    CH A,           CH A,           CH A",
    "va,     V A,            V A,            V A",
    "hoa,    H W A,          H W A,          H W A",
    "anh,    PAUSE A END_I NG, PAUSE A END_I NG, PAUSE A N",
    "sách,   S A END_I CLOSED_K, SH A END_I CLOSED_K, SH A CLOSED_T",
    "ong,    PAUSE O END_U NG, PAUSE O END_U NG, PAUSE O END_U NG",
    "ông,    PAUSE O_HORN END_U NG, PAUSE O_HORN END_U NG, PAUSE O_HORN END_U NG",
    "ôn,     PAUSE O_CLOSED N, PAUSE O_CLOSED N, PAUSE O_CLOSED N",
    "bia,    B I O_HORN,     B I O_HORN,     B I O_HORN",
    "mười,   M U_HORN O_HORN END_I, M U_HORN O_HORN END_I, M U_HORN O_HORN END_I",
    "bát,    B A CLOSED_T,   B A CLOSED_T,   B A CLOSED_T",
    "thuế,   TH W E_CLOSED,  TH W E_CLOSED,  TH W E_CLOSED",
    "nghiêng, NG I O_HORN NG, NG I O_HORN NG, NG I O_HORN NG",
    "khiếp,  KH I O_HORN CLOSED_P, KH I O_HORN CLOSED_P, KH I O_HORN CLOSED_P"
  })
  void a_syllable_sounds_so_in_each_region(String word, String north, String centre, String south) {
    assertEquals(north, phones(word, Accent.NORTH));
    assertEquals(centre, phones(word, Accent.CENTRAL));
    assertEquals(south, phones(word, Accent.SOUTH));
  }

  @ParameterizedTest
  @EnumSource(Accent.class)
  void a_score_begins_and_ends_with_silence(Accent accent) {
    List<Segment> segments = score("bà con", accent).segments();

    assertEquals(Phone.PAUSE, segments.get(0).phone());
    assertEquals(Phone.PAUSE, segments.get(segments.size() - 1).phone());
  }

  @Test
  void the_last_syllable_before_a_rest_is_held() {
    Score score = score("ba ba ba", Accent.NORTH);

    List<Double> vowels =
        score.segments().stream().filter(s -> s.phone() == Phone.A).map(Segment::seconds).toList();

    assertTrue(vowels.get(2) > 1.25 * vowels.get(0), vowels.toString());
    assertTrue(vowels.get(1) > vowels.get(0), vowels.toString());
  }

  @Test
  void rests_grow_with_the_mark() {
    double none = score("ba ba", Accent.NORTH).seconds();
    double comma = score("ba, ba", Accent.NORTH).seconds();
    double colon = score("ba: ba", Accent.NORTH).seconds();
    double stop = score("ba. ba", Accent.NORTH).seconds();

    assertTrue(comma > none + 0.2 && colon > comma + 0.05 && stop > colon + 0.05);
  }

  @Test
  void short_vowels_are_short_and_stops_quick() {
    assertTrue(vowel("băn") < 0.75 * vowel("ban"));
    assertTrue(vowel("bân") < 0.75 * vowel("bơn"));
    assertTrue(vowel("bát") < 0.85 * vowel("bán"));
  }

  @Test
  void in_the_north_the_heavy_tone_is_the_shortest_and_in_the_south_it_is_not() {
    double north = score("mạ", Accent.NORTH).seconds() / score("ma", Accent.NORTH).seconds();
    double south = score("mạ", Accent.SOUTH).seconds() / score("ma", Accent.SOUTH).seconds();

    assertTrue(north < 0.95, "north " + north);
    assertTrue(south > 1.02, "south " + south);
  }

  @ParameterizedTest
  @EnumSource(
      value = Accent.class,
      names = {"CENTRAL", "SOUTH"})
  void outside_the_north_hook_and_tilde_are_one_tone(Accent accent) {
    assertEquals(pitch("mả", accent), pitch("mã", accent));
  }

  @Test
  void in_the_north_they_are_two() {
    assertTrue(!pitch("mả", Accent.NORTH).equals(pitch("mã", Accent.NORTH)));
  }

  @Test
  void the_line_falls_over_a_phrase_and_starts_again() {
    Score score = score("ba ba ba ba ba ba ba, ba ba ba", Accent.NORTH);
    List<Double> heights = heightsOfVowels(score);

    for (int i = 1; i < 7; i++) {
      assertTrue(heights.get(i) < heights.get(i - 1), heights.toString());
    }
    assertTrue(heights.get(7) > heights.get(6), "starts again: " + heights);
    assertTrue(heights.get(7) < heights.get(0), "but lower: " + heights);
  }

  @Test
  void a_question_does_not_fall() {
    List<Double> heights = heightsOfVowels(score("ba ba ba ba?", Accent.NORTH));

    assertEquals(heights.get(0), heights.get(3), 0.5);
  }

  @ParameterizedTest
  @EnumSource(Accent.class)
  void the_pitch_stays_in_the_range_of_an_announcer(Accent accent) {
    Score score = score("má mà mả mã mạ ma, mát mạt, má mà mả mã mạ ma.", accent);
    Curve.Reader pitch = score.pitchHertz().reader();

    for (double time = 0; time < score.seconds(); time += 0.005) {
      double hertz = pitch.at(time);
      assertTrue(hertz > 70 && hertz < 230, hertz + " Hz at " + time);
    }
  }

  @Test
  void a_curve_is_read_forwards_and_holds_its_ends() {
    Curve curve = new Curve.Pen().to(1, 10).to(2, 20).to(2, 5).done();

    assertEquals(10, curve.at(0));
    assertEquals(15, curve.at(1.5));
    assertEquals(5, curve.at(2));
    assertEquals(5, curve.at(9));
    assertThrows(IllegalStateException.class, () -> new Curve.Pen().done());
  }

  @Test
  void a_sound_lasts_some_time() {
    assertThrows(IllegalArgumentException.class, () -> new Segment(Phone.A, 0));
    assertThrows(IllegalArgumentException.class, () -> new Segment(Phone.A, Double.NaN));
  }

  @Test
  void an_accent_is_found_by_its_name_in_the_catalogue() {
    assertEquals(Accent.SOUTH, Accent.named("vi-south").orElseThrow());
    assertTrue(Accent.named("kevin16").isEmpty());
  }

  private static Score score(String text, Accent accent) {
    return ScoreWriter.write(SpokenText.phrases(text), accent);
  }

  private static String phones(String word, Accent accent) {
    List<Segment> segments = score(word, accent).segments();
    return segments.subList(1, segments.size() - 1).stream()
        .map(segment -> segment.phone().name())
        .collect(Collectors.joining(" "));
  }

  private static double vowel(String word) {
    return score(word, Accent.NORTH).segments().get(2).seconds();
  }

  private static List<Double> pitch(String word, Accent accent) {
    Score score = score(word, accent);
    return IntStream.range(0, 50)
        .mapToObj(i -> score.pitchHertz().at(score.seconds() * i / 50))
        .toList();
  }

  private static List<Double> heightsOfVowels(Score score) {
    List<Double> heights = new ArrayList<>();
    double now = 0;
    for (Segment segment : score.segments()) {
      if (segment.phone() == Phone.A) {
        heights.add(score.pitchHertz().at(now + segment.seconds() / 2));
      }
      now += segment.seconds();
    }
    return heights;
  }
}
