// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.script;

import java.time.Duration;

/** The silence after a sentence: how an announcer breathes. */
public enum Pause {
  /** After an item of a list. */
  LIST_ITEM(Duration.ofMillis(350)),
  /** After an ordinary sentence. */
  SENTENCE(Duration.ofMillis(500)),
  /** After the last sentence of a paragraph. */
  PARAGRAPH(Duration.ofMillis(800)),
  /** After a heading. */
  HEADING(Duration.ofSeconds(1));

  private final Duration length;

  Pause(Duration length) {
    this.length = length;
  }

  /** How long it is silent at ordinary tempo. */
  public Duration length() {
    return length;
  }
}
