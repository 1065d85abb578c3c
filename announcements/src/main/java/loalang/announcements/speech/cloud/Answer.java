// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** What a vendor answered. The body is nobody's to change. */
final class Answer {
  private static final int SHOWN_CHARACTERS = 120;
  private static final int DECODED_BYTES = 32 * 1024;

  private final int status;
  private final String type;
  private final long retryAfterSeconds;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param type of the content, in small letters; empty if it was not said
   * @param retryAfterSeconds what the vendor asks for, 0 if nothing
   */
  Answer(int status, String type, long retryAfterSeconds, byte[] body) {
    this.status = status;
    this.type = type;
    this.retryAfterSeconds = retryAfterSeconds;
    this.body = body;
  }

  int status() {
    return status;
  }

  long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  byte[] body() {
    return body;
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** True if the same request may be answered otherwise later. */
  boolean isBusy() {
    return status == 429 || status >= 500;
  }

  /**
   * A beginning of the body as text for people, in one line.
   *
   * @param hide takes keys out, before the text is cut: half a key is still a key
   */
  String shortened(UnaryOperator<String> hide) {
    String text = new String(body, 0, Math.min(body.length, DECODED_BYTES), StandardCharsets.UTF_8);
    String line = hide.apply(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String start =
        line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    return "HTTP %d %s \"%s\"".formatted(status, type, start);
  }

  @Override
  public String toString() {
    return "Answer[%d, %d bytes]".formatted(status, body.length);
  }
}
