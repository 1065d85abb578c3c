// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyllablesTest {

  @ParameterizedTest(name = "{0} is a syllable")
  @ValueSource(
      strings = {
        "xã", "nghiêng", "quốc", "quyết", "quỳnh", "giếng", "gì", "gia", "giết", "khuya", "khuỷu",
        "thuở", "hươu", "yêu", "oanh", "uyên", "ngoằng", "loẹt", "xoèn", "ạ", "ủy", "đường", "y"
      })
  void what_can_be_said_is_a_syllable(String word) {
    assertTrue(Syllables.isSyllable(word));
  }

  @ParameterizedTest(name = "{0} is no syllable")
  @ValueSource(
      strings = {
        "ubnd", "bot", "atm", "zoom", "file", "đắk", "kýy", "strong", "xac", "nghj", "", "q"
      })
  void what_cannot_be_said_is_none(String word) {
    assertFalse(Syllables.isSyllable(word));
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "hoà,hòa",
    "khoẻ,khỏe",
    "thuỷ,thủy",
    "uỷ,ủy",
    "hoá,hóa",
    "quý,quý",
    "quỳ,quỳ",
    "hoàn,hoàn",
    "thủy,thủy",
    "xã,xã",
    "toạ,tọa",
    "luỹ,lũy"
  })
  void tone_marks_stand_in_the_modern_place(String written, String modern) {
    assertEquals(modern, Syllables.withModernTone(written));
  }
}
