// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.text.Normalizer;
import loalang.protocol.Priority;

/**
 * A notice as somebody typed it. In NFC, without blanks at the ends of lines and with one blank
 * line at most between paragraphs.
 *
 * @param title for lists; empty takes the first line of the body
 * @param priority how urgent
 * @param body said as it stands
 */
public record Written(String title, Priority priority, String body) {
  public Written {
    title = even(title).replaceAll("\\s+", " ").strip();
    body = tidy(even(body));
  }

  private static String even(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String tidy(String text) {
    StringBuilder tidy = new StringBuilder();
    boolean wasBlank = true;
    for (String line : text.lines().toList()) {
      String stripped = line.replaceAll("[\\h\\p{Cntrl}]+", " ").strip();
      if (!stripped.isEmpty() || !wasBlank) {
        tidy.append(stripped).append('\n');
      }
      wasBlank = stripped.isEmpty();
    }
    return tidy.toString().strip();
  }
}
