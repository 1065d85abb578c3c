// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text made to be slow: as much of it takes no longer than of anything else. */
class HostileTextTest {
  private static final int LITTLE = 1 << 13;
  private static final int TIMES = 16;
  private static final int LINEAR = 5 * TIMES;
  private static final long SHORTEST_NANOS = 2_000_000;

  static Stream<String> pieces() {
    String visible =
        """
        a|1|A|.|-|/|(|1/|1.|1-|a.|a.b|a@|A1|1A|0 |09 |0912.|(0|(a|1 |a |A-|1/A-|1/QĐ-|ngày |ngày 1-
        |1h|1:|1,|1.000|I|I |x1|đ/|một/|5đ/|https://|😀|漢|²|½|UBND(|((((|TT.|24/|+84|ẫ|1 - |cấp 1-
        |%|[1]|...|/.|AAAAAAAAAAAAAAAAAAAA |AAAAAAAAAA|a-b |@a.|16-16-|H.V.|STK 12
        |STK 123 |350C |T2,|ngày 1, 2, |gửi 12 |TTYTDPX |1tr5 |99-H7 |99-H7 1234 |mẫu 01/A |(ii)|*1
        |A1.|A1-|1, 2, |90'|số 1,
        """;
    Stream<String> hidden = Stream.of("\u0301", "a\u0301", "\n", " ", " \n", "\ud83d", "\u1100");
    return Stream.concat(
        Stream.of(visible.replace("\n", "").split("\\|", -1)).filter(piece -> !piece.isEmpty()),
        hidden);
  }

  /** Sixteen times the text takes about sixteen times as long; a quadratic rule takes 256 times. */
  @ParameterizedTest(name = "much of \"{0}\"")
  @MethodSource("pieces")
  void any_text_is_read_in_linear_time(String piece) {
    String little = piece.repeat(LITTLE / piece.length());
    String much = piece.repeat(TIMES * LITTLE / piece.length());
    read(little);

    long few = Math.max(read(little), SHORTEST_NANOS);
    long many = read(much);

    assertTrue(many < few * LINEAR, "%d ns, then %d ns".formatted(few, many));
  }

  /** What the thread worked, so that the load of the machine does not count. */
  private static long read(String written) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long started = threads.getCurrentThreadCpuTime();
    assertNotNull(VietnameseNormaliser.standard().read(written));
    return threads.getCurrentThreadCpuTime() - started;
  }
}
