// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.Set;
import loalang.announcements.voice.Language;
import loalang.protocol.Priority;

/** Reads a notice from the text of a file. */
public final class NoticeFile {
  private NoticeFile() {}

  /** Reads a notice. */
  public static Notice read(String text) {
    return new Notice(text.strip(), Language.VIETNAMESE, null, Priority.ROUTINE, Set.of(), text);
  }
}
