// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.speech.freetts.syllable.Syllable.Rime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrthographyTest {
  private static final List<String> ONSETS =
      List.of(
          "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
          "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ba      | B - A NONE NGANG
          má      | M - A NONE SAC
          xã      | X - A NONE NGA
          trạm    | TR - A M NANG
          tế      | T - E_CLOSED NONE SAC
          nghiêng | NG - I_GLIDING NG NGANG
          quốc    | K - U_GLIDING C SAC
          qua     | K w A NONE NGANG
          quyết   | K w I_GLIDING T SAC
          quỳnh   | K w I NH HUYEN
          quy     | K w I NONE NGANG
          giếng   | D - I_GLIDING NG SAC
          gì      | D - I NONE HUYEN
          gìn     | D - I N HUYEN
          gia     | D - A NONE NGANG
          giữ     | D - U_HORN NONE NGA
          ghi     | G - I NONE NGANG
          đường   | DD - U_HORN_GLIDING NG HUYEN
          khuya   | KH w I_GLIDING NONE NGANG
          khuỷu   | KH w I U HOI
          thuở    | TH w O_HORN NONE HOI
          ngoằng  | NG w A_SHORT NG HUYEN
          anh     | NONE - A_SHORT NH NGANG
          sách    | S - A_SHORT CH SAC
          bay     | B - A_SHORT I NGANG
          bai     | B - A I NGANG
          sau     | S - A_SHORT U NGANG
          sao     | S - A U NGANG
          giê     | D - E_CLOSED NONE NGANG
          yêu     | NONE - I_GLIDING U NGANG
          ý       | NONE - I NONE SAC
          hoà     | H w A NONE HUYEN
          hòa     | H w A NONE HUYEN
          của     | K - U_GLIDING NONE HOI
          mưa     | M - U_HORN_GLIDING NONE NGANG
          phía    | PH - I_GLIDING NONE SAC
          xoong   | X - O NG NGANG
          đắk     | DD - A_SHORT C SAC
          chuông  | CH - U_GLIDING NG NGANG
          uỷ      | NONE w I NONE HOI
          loẹt    | L w E T NANG
          rượu    | R - U_HORN_GLIDING U NANG
          vấp     | V - O_HORN_SHORT P SAC
          """)
  void a_syllable_has_these_parts(String word, String onsetGlideNucleusCodaTone) {
    String[] parts = onsetGlideNucleusCodaTone.split(" ", -1);
    Rime rime = new Rime("w".equals(parts[1]), Nucleus.valueOf(parts[2]), Coda.valueOf(parts[3]));
    Syllable expected = new Syllable(Onset.valueOf(parts[0]), rime, Tone.valueOf(parts[4]));

    assertEquals(Optional.of(expected), Orthography.syllable(word));
    assertEquals(
        Optional.of(expected), Orthography.syllable(word.toUpperCase(Locale.ROOT)), "capitals");
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
    assertEquals(Optional.of(expected), Orthography.syllable(apart), "marks apart");
  }

  @ParameterizedTest(name = "{0} is no syllable")
  @ValueSource(strings = {"ubnd", "file", "strong", "q", "b", "", "máà", "5", "w", "khuyếch1"})
  void what_is_not_spelt_like_a_syllable_is_none(String word) {
    assertTrue(Orthography.syllable(word).isEmpty());
  }

  @Test
  void a_borrowed_stop_without_a_mark_is_high() {
    assertEquals(Tone.SAC, Orthography.syllable("net").orElseThrow().tone());
  }

  /** The reader and the voice must agree on what a syllable is, else words would be spelt. */
  @Test
  void every_rime_the_reader_knows_can_be_said_after_every_onset() throws IOException {
    List<String> rimes = readersRimes();
    assertTrue(rimes.size() > 140, "only " + rimes.size() + " rimes");

    for (String rime : rimes) {
      for (String onset : ONSETS) {
        assertTrue(Orthography.syllable(onset + rime).isPresent(), onset + rime);
      }
    }
  }

  @Test
  void rimes_are_kept_apart_but_for_two_spellings_of_the_same() throws IOException {
    Map<Syllable, Set<String>> spellings = new HashMap<>();
    for (String rime : readersRimes()) {
      if (!rime.startsWith("y")) {
        Syllable syllable = Orthography.syllable(rime).orElseThrow();
        spellings.computeIfAbsent(syllable, s -> new TreeSet<>()).add(rime);
      }
    }

    assertEquals(
        Set.of(Set.of("oe", "ue"), Set.of("ong", "oong")),
        spellings.values().stream().filter(same -> same.size() > 1).collect(toSet()));
  }

  private static List<String> readersRimes() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(VietnameseNormaliser.class.getResourceAsStream("rimes.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .filter(rime -> !rime.isBlank())
          .toList();
    }
  }
}
