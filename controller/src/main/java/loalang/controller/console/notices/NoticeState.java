// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a notice has come. */
public enum NoticeState {
  /** Written, without a recording. */
  DRAFT,
  /** It can be heard. */
  RENDERED,
  /** It was on air. */
  AIRED;

  /** The state with this word, if there is one. */
  static Optional<NoticeState> of(String word) {
    return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
  }

  /** Its word in addresses and keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
