// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RomanRoomTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"I,1", "IV,4", "IX,9", "XIV,14", "XXIX,29", "XL,40", "XC,90", "CD,400", "MMXXV,2025"})
  void a_numeral_has_its_value(String numeral, int value) {
    assertEquals(value, RomanRoom.value(numeral));
  }

  @ParameterizedTest(name = "{0} is no numeral")
  @ValueSource(strings = {"", "IIII", "VX", "IC", "XA", "xii", "MMMMMMMMM", "IVI"})
  void what_nobody_writes_so_is_none(String letters) {
    assertEquals(0, RomanRoom.value(letters));
  }
}
