// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text made to be slow: as much of it takes no longer than of anything else. */
class HostileTextTest {
  private static final int LENGTH = 1 << 17;
  // Half a second where nothing else runs; a quadratic rule would take minutes.
  private static final Duration LIMIT = Duration.ofSeconds(20);

  static Stream<String> pieces() {
    String visible =
        """
        a|1|A|.|-|/|(|1/|1.|1-|a.|a.b|a@|A1|1A|0 |09 |0912.|(0|(a|1 |a |A-|1/A-|1/QĐ-|ngày |ngày 1-
        |1h|1:|1,|1.000|I|I |x1|đ/|một/|5đ/|https://|😀|漢|²|½|UBND(|((((|TT.|24/|+84|ẫ|1 - |cấp 1-
        |%|[1]|...|/.|AAAAAAAAAAAAAAAAAAAA |AAAAAAAAAA|a-b |@a.
        """;
    Stream<String> hidden = Stream.of("\u0301", "a\u0301", "\n", " ", " \n", "\ud83d", "\u1100");
    return Stream.concat(
        Stream.of(visible.replace("\n", "").split("\\|", -1)).filter(piece -> !piece.isEmpty()),
        hidden);
  }

  @ParameterizedTest(name = "128 K of \"{0}\"")
  @MethodSource("pieces")
  void any_text_is_read_in_linear_time(String piece) {
    String written = piece.repeat(LENGTH / piece.length());

    assertTimeoutPreemptively(LIMIT, () -> VietnameseNormaliser.standard().read(written));
  }
}
