// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import loalang.announcements.normalise.VietnameseNormaliser;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScriptDiffTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Họp thôn     | họp thôn
          Họp lúc 7h30 | họp lúc [7h30 → bảy giờ ba mươi]
          UBND xã      | [UBND → ủy ban nhân dân] xã
          """)
  void what_is_read_otherwise_than_written_is_shown_beside_it(String written, String shown) {
    var script = VietnameseNormaliser.standard().read(written);

    assertEquals(shown, ScriptDiff.of(script.sentences().get(0), written));
  }
}
