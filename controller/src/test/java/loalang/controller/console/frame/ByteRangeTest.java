// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ByteRangeTest {

  @ParameterizedTest(name = "\"{0}\" of 100 bytes is {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -               | 200, 0, 100 | -
          bytes=0-        | 206, 0, 100 | bytes 0-99/100
          bytes=0-9       | 206, 0, 10  | bytes 0-9/100
          bytes=90-200    | 206, 90, 10 | bytes 90-99/100
          bytes=-5        | 206, 95, 5  | bytes 95-99/100
          bytes=-500      | 206, 0, 100 | bytes 0-99/100
          bytes=100-      | 416, 0, 0   | bytes */100
          bytes=-0        | 416, 0, 0   | bytes */100
          bytes=9-3       | 200, 0, 100 | -
          bytes=0-1,5-9   | 200, 0, 100 | -
          bytes=-         | 200, 0, 100 | -
          seconds=1-2     | 200, 0, 100 | -
          """)
  void the_asked_part_is_sent(String header, String part, String contentRange) {
    ByteRange range = ByteRange.of(header, 100);

    assertEquals(part, "%d, %d, %d".formatted(range.status(), range.first(), range.length()));
    assertEquals(contentRange, range.contentRange().orElse(null));
  }
}
