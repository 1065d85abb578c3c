// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.nio.charset.StandardCharsets;
import loalang.announcements.document.MarkdownText;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Reads a notice from the text of a file. A text whose first line is {@code ---} is Markdown with
 * YAML front matter; any other text is plain and is read aloud as it stands. Pure, any thread.
 */
public final class NoticeFile {
  /** The largest notice taken, in bytes of UTF-8. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private NoticeFile() {}

  /**
   * Reads a notice.
   *
   * @throws ProblemException NOTICE_EMPTY, NOTICE_TOO_LARGE, NOTICE_FRONT_MATTER or
   *     DOCUMENT_NESTED_TOO_DEEP
   */
  public static Notice read(String text) {
    refuseIfTooLarge(text);
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    FrontMatter front = FrontMatter.of(content);
    String body = front.isPresent() ? MarkdownText.plain(front.rest()).strip() : content;
    if (body.isBlank()) {
      throw new ProblemException(
          new Problem(
              "NOTICE_EMPTY",
              "The notice has no text to read aloud.",
              "Write what is to be said; front matter alone is not read."));
    }
    String title = front.title().orElseGet(() -> firstLine(body));
    return new Notice(
        title, front.language(), front.voice(), front.priority(), front.zones(), body);
  }

  private static void refuseIfTooLarge(String text) {
    // A character is at least one byte, so a long text need not be coded to be refused.
    long bytes =
        text.length() > MAX_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new ProblemException(
          new Problem(
              "NOTICE_TOO_LARGE",
              "The notice has %d bytes or more; the limit is %d.".formatted(bytes, MAX_BYTES),
              "Split it into several notices."));
    }
  }

  private static String firstLine(String body) {
    String line = body.strip().lines().findFirst().orElseThrow().strip();
    return line.length() <= 80 ? line : line.substring(0, 79).strip() + "…";
  }
}
