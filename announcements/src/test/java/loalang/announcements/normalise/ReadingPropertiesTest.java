// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, whatever is written in it. */
class ReadingPropertiesTest {
  private static final String SEED = "20251122";
  private final VietnameseNormaliser normaliser = VietnameseNormaliser.standard();

  @Property(seed = SEED, tries = 2000)
  void only_letters_and_pauses_are_spoken_whatever_is_written(@ForAll String anything) {
    assertSpeakable(anything);
  }

  @Property(seed = SEED, tries = 2000)
  void only_letters_and_pauses_are_spoken_of_official_looking_text(
      @ForAll("officialText") String official) {
    assertSpeakable(official);
  }

  private void assertSpeakable(String written) {
    for (ScriptSentence sentence : normaliser.read(written).sentences()) {
      assertTrue(
          sentence.spoken().codePoints().allMatch(ReadingPropertiesTest::isSpeakable),
          () -> "'" + written + "' is spoken '" + sentence.spoken() + "'");
    }
  }

  private static boolean isSpeakable(int point) {
    return Character.isLetter(point) || " ,.?".indexOf(point) >= 0;
  }

  @Property(seed = SEED, tries = 1000)
  void every_spoken_word_stands_in_its_sentence_and_points_into_the_text(
      @ForAll("officialText") String official) {
    for (ScriptSentence sentence : normaliser.read(official).sentences()) {
      String words =
          sentence.words().stream().map(SpokenWord::text).collect(Collectors.joining(" "));
      assertEquals(words, ReadingPairs.compared(sentence.spoken()));
      for (SpokenWord word : sentence.words()) {
        assertTrue(word.source().end() <= official.length());
        assertTrue(word.source().start() < word.source().end(), official);
      }
    }
  }

  @Property(seed = SEED, tries = 1000)
  void reading_what_was_spoken_changes_nothing(@ForAll("officialText") String official) {
    String once = ReadingPairs.spoken(normaliser, official);

    String twice = ReadingPairs.spoken(normaliser, once);

    assertEquals(ReadingPairs.compared(once), ReadingPairs.compared(twice), official);
  }

  @Property(seed = SEED, tries = 1000)
  void no_plain_word_is_dropped(@ForAll("plainWords") List<String> words) {
    String written = String.join(" ", words);

    String spoken = ReadingPairs.compared(ReadingPairs.spoken(normaliser, written));

    assertEquals(written, spoken);
  }

  @Property(seed = SEED, tries = 1000)
  void decomposed_text_is_read_like_composed_text(@ForAll("officialText") String official) {
    String decomposed = Normalizer.normalize(official, Normalizer.Form.NFD);
    String composed = Normalizer.normalize(official, Normalizer.Form.NFC);

    assertEquals(
        ReadingPairs.spoken(normaliser, composed), ReadingPairs.spoken(normaliser, decomposed));
  }

  @Property(seed = SEED, tries = 500)
  void the_same_text_gives_the_same_script(@ForAll("officialText") String official) {
    Script first = normaliser.read(official);
    Script second = VietnameseNormaliser.standard().read(official);

    assertEquals(first, second);
  }

  @Provide
  Arbitrary<List<String>> plainWords() {
    String words =
        """
        xã thôn nhân dân đề nghị bà con tập trung đúng giờ ngày tháng năm số điều khoản hộ nghèo
        tiêm chủng phần từ đến tổ mùng linh trên một hai ba tư lăm mươi nghìn y tế quý khóa thứ
        cấp của chính phủ ấp ủy
        """;
    return Arbitraries.of(words.strip().split("\\s+", -1)).list().ofMinSize(1).ofMaxSize(30);
  }

  @Provide
  Arbitrary<String> officialText() {
    String pieces =
        """
        ngày |05/9|24/12/2022|7h30|-| - |/|.|, |1.|a) |UBND|QĐ|06/QĐ-TTg|số |Đề án |06|0912345678
        |113|%|5.000đ|2,5|ha|m2|km/h|°C|(|)|XII|II|khóa |quý |VNeID|4G|xã|phường |TP. |Hà Nội|hoà
        |thuỷ| |tháng |https://|dichvucong.gov.vn|@|1/2| số hộ|từ |đến |cấp |8-9|+|&|…|²|½|“|”|→|x
        |12345678901234567890|3|BQLRPH|29A-123.45|99-H7|1tr5|350C|nhiệt độ |16-16-8|2,4-D|H.V.|T7
        |CN|TTYTDP|STK |mẫu |*101#|H26.12-2401-0001|các |đêm |rạng |(ii)|2025/2026|9T|19h/|P. |gửi
        |soạn |'|"|¶|¶¶
        """;
    List<String> choices =
        Stream.of(pieces.replace("\n", "").replace("¶", "\n").split("\\|", -1)).toList();
    return Arbitraries.of(choices)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(list -> String.join("", list));
  }
}
