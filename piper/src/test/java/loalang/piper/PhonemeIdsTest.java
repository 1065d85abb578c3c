// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.announcements.speech.espeak.EspeakPhonemes;
import loalang.announcements.speech.espeak.EspeakSettings;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PhonemeIdsTest {

  @ParameterizedTest(name = "\"{0}\" is read as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a          | 1 0 14 0 2
          ŋa         | 1 0 44 0 14 0 2
          tˈa        | 1 0 32 0 120 0 14 0 2
          a b        | 1 0 14 0 3 0 15 0 2
          'a.'       | 1 0 14 0 10 0 2
          sˈi1n      | 1 0 31 0 120 0 21 0 131 0 26 0 2
          ɤ6         | 1 0 69 0 136 0 2
          ç          | 1 0 16 0 140 0 2
          c\u0327    | 1 0 16 0 140 0 2
          (en)a(vi)  | 1 0 14 0 2
          t\u200dʃ   | 1 0 32 0 96 0 2
          ''         | 1 0 2
          """)
  void phonemes_become_numbers_apart(String ipa, String numbers) throws IOException {
    List<Long> expected =
        Arrays.stream(numbers.split(" ")).map(Long::valueOf).collect(Collectors.toList());

    assertEquals(expected, PhonemeIds.of(ipa, config().ids()).ids());
  }

  @Test
  void a_phoneme_the_model_does_not_know_stays_silent_and_is_told() throws IOException {
    PhonemeIds ids = PhonemeIds.of("a語b", config().ids());

    assertEquals(PhonemeIds.of("ab", config().ids()).ids(), ids.ids());
    assertEquals(Set.of("語"), ids.unknown());
  }

  @Test
  void nothing_is_silent() throws IOException {
    assertTrue(PhonemeIds.of("", config().ids()).isSilent());
    assertTrue(PhonemeIds.of("語", config().ids()).isSilent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kính thưa toàn thể bà con nhân dân trong thôn",
        "Ủy ban nhân dân xã thông báo lịch tiêm chủng mở rộng cho trẻ em dưới năm tuổi",
        "Nghiêng ngả, khuỷu tay, quạnh quẽ, ngoằn ngoèo, huýt sáo, xoong nồi, rượu, giếng, nghĩa",
        "Đề nghị bà con chằng chống nhà cửa, cắt tỉa cành cây, đưa thuyền bè vào nơi neo đậu",
        "Covid email website Facebook"
      })
  void all_that_espeak_says_of_vietnamese_has_a_number(String text) throws IOException {
    String ipa = new EspeakPhonemes(EspeakSettings.STANDARD).of(text, "vi", Voices.utterance(text));

    assertEquals(Set.of(), PhonemeIds.of(ipa, config().ids()).unknown());
    assertTrue(ipa.length() > text.length() / 2, ipa);
  }

  private static PiperConfig config() throws IOException {
    return PiperConfig.read(Voices.config().toString().getBytes(StandardCharsets.UTF_8));
  }
}
