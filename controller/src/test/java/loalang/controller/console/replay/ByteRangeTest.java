// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-99,    'bytes 0-99/1000'",
    "bytes=0-,      'bytes 0-999/1000'",
    "bytes=900-,    'bytes 900-999/1000'",
    "bytes=-100,    'bytes 900-999/1000'",
    "bytes=-5000,   'bytes 0-999/1000'",
    "bytes=990-5000,'bytes 990-999/1000'",
  })
  void a_part_is_cut_to_the_file(String header, String answer) {
    assertEquals(answer, ByteRange.of(header, 1_000).orElseThrow().contentRange(1_000));
  }

  @ParameterizedTest
  @CsvSource({"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
  void what_lies_outside_is_nowhere(String header) {
    assertEquals(ByteRange.NOWHERE, ByteRange.of(header, 1_000).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=-",
    "bytes=9-1",
    "'bytes=0-1,5-6'",
    "lines=1-2",
    "bytes=a-b",
    "''",
    "bytes=99999999999999999999-",
  })
  void what_makes_no_sense_asks_for_the_whole(String header) {
    assertEquals(true, ByteRange.of(header, 1_000).isEmpty());
  }

  @Test
  void no_header_asks_for_the_whole() {
    assertEquals(true, ByteRange.of(null, 1_000).isEmpty());
  }
}
