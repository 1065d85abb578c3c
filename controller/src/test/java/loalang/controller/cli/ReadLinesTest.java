// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import loalang.announcements.normalise.VietnameseNormaliser;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadLinesTest {
  private static final ReadLines LINES = new ReadLines(VietnameseNormaliser.standard());

  @Test
  void each_line_is_read_by_itself_beside_its_name() {
    StringWriter out = new StringWriter();

    LINES.copy(
        new BufferedReader(new StringReader("a\tHọp 7h30\nb\t\n\nc\tUBND\txã\nchỉ chữ")),
        new PrintWriter(out));

    assertEquals(
        "a\thọp bảy giờ ba mươi.\nb\t\n\t\nc\tủy ban nhân dân xã.\n\tchỉ chữ.\n", out.toString());
  }

  @Test
  void a_hundred_thousand_lines_pass_through_and_never_wait_for_one_another() {
    // Given
    Stream stream = new Stream(100_000);

    // When
    LINES.copy(new BufferedReader(stream.in(), 1_024), new PrintWriter(stream.out(), true));

    // Then
    assertEquals(100_000, stream.written);
    assertTrue(stream.mostAhead < 100, "held " + stream.mostAhead + " lines");
  }

  /** Counts how many lines were taken that have not come out yet. */
  private static final class Stream {
    private static final String LINE = "\tHọp lúc 7h30 ngày 05/9 tại thôn 3\n";
    private final int lines;
    private long given;
    private long written;
    private long mostAhead;

    Stream(int lines) {
      this.lines = lines;
    }

    Reader in() {
      return new Reader() {
        private String rest = "";

        @Override
        public int read(char[] into, int from, int length) {
          if (rest.isEmpty() && given == lines) {
            return -1;
          }
          if (rest.isEmpty()) {
            rest = given + LINE;
            given++;
            mostAhead = Math.max(mostAhead, given - written);
          }
          int taken = Math.min(length, rest.length());
          rest.getChars(0, taken, into, from);
          rest = rest.substring(taken);
          return taken;
        }

        @Override
        public void close() {}
      };
    }

    Writer out() {
      return new Writer() {
        @Override
        public void write(char[] letters, int from, int length) {
          for (int i = from; i < from + length; i++) {
            written += letters[i] == '\n' ? 1 : 0;
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
    }
  }
}
