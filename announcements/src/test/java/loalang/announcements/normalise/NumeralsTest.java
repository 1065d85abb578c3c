// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

  @ParameterizedTest(name = "{0} is counted \"{1}\"")
  @CsvSource({
    "0,không",
    "000,không",
    "004,bốn",
    "1001,một nghìn không trăm linh một",
    "1000000,một triệu",
    "1000001,một triệu không trăm linh một",
    "20015,hai mươi nghìn không trăm mười lăm",
    "1000000000000,một nghìn tỷ",
    "12345000000000,mười hai nghìn ba trăm bốn mươi lăm tỷ",
    "909000909,chín trăm linh chín triệu chín trăm linh chín"
  })
  void a_number_is_counted(String digits, String words) {
    assertEquals(words, Numerals.cardinal(digits));
  }

  @ParameterizedTest(name = "the name {0} is \"{1}\"")
  @CsvSource({"06,không sáu", "006,không không sáu", "15,mười lăm", "0,không", "00,không không"})
  void a_leading_zero_of_a_name_is_said(String digits, String words) {
    assertEquals(words, Numerals.named(digits));
  }

  @ParameterizedTest(name = "after the comma {0} is \"{1}\"")
  @CsvSource({
    "5,năm",
    "25,hai mươi lăm",
    "05,không năm",
    "345,ba trăm bốn mươi lăm",
    "1416,một bốn một sáu"
  })
  void decimals_are_a_number_while_they_are_short(String digits, String words) {
    assertEquals(words, Numerals.decimals(digits));
  }

  @Property(seed = "20251122", tries = 1000)
  void different_numbers_sound_different(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long one,
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long other) {
    String first = Numerals.cardinal(Long.toString(one));
    String second = Numerals.cardinal(Long.toString(other));

    assertEquals(one == other, first.equals(second), first + " / " + second);
  }

  @Property(seed = "20251122", tries = 300)
  void a_number_and_the_one_after_it_sound_different(
      @ForAll @LongRange(min = 0, max = 9_999_999L) long number) {
    String first = Numerals.cardinal(Long.toString(number));
    String next = Numerals.cardinal(Long.toString(number + 1));

    assertEquals(false, first.equals(next), first);
  }
}
