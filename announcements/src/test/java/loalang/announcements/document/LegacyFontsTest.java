// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LegacyFontsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "§¶ng uû,Đảng uỷ",
    "nh©n d©n,nhân dân",
    "th«ng b¸o,thông báo",
    "®Êt ®ai,đất đai",
    "b·o lò,bão lũ",
    "ch÷a ch¸y,chữa cháy",
    "nghÌo,nghèo",
    "tr­êng häc,trường học",
    "¡n ¢u £ §,Ăn Âu Ê Đ"
  })
  void tcvn3_becomes_unicode(String old, String unicode) {
    assertEquals(unicode, LegacyFonts.fromTcvn3(old));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Ñaûng uûy,Đảng ủy",
    "nhaân daân,nhân dân",
    "thoâng baùo,thông báo",
    "ñaát ñai,đất đai",
    "baõo luõ,bão lũ",
    "chöõa chaùy,chữa cháy",
    "ngheøo,nghèo",
    "tröôøng hoïc,trường học",
    "nghæ leã,nghỉ lễ",
    "THOÂNG BAÙO,THÔNG BÁO",
    "thò xaõ,thị xã"
  })
  void vni_becomes_unicode(String old, String unicode) {
    assertEquals(unicode, LegacyFonts.fromVni(old));
  }

  @Test
  void only_the_lines_that_are_old_are_changed() {
    String mixed = "Thông báo của Ủy ban\nnh©n d©n x· th«ng b¸o tiªm chñng\nHà Nội";

    assertEquals(
        "Thông báo của Ủy ban\nnhân dân xã thông báo tiêm chủng\nHà Nội",
        LegacyFonts.toUnicode(mixed));
  }
}
