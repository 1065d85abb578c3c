// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.List;
import java.util.Optional;
import loalang.controller.studio.NoticeCard;

/**
 * Notices that were found.
 *
 * @param words that were looked for; empty for all
 * @param state that was looked for; empty for all
 * @param rows the newest first
 * @param isCut whether there are more
 */
public record NoticeList(String words, Optional<NoticeState> state, List<Row> rows, boolean isCut) {
  public NoticeList {
    rows = List.copyOf(rows);
  }

  /**
   * A notice that was found.
   *
   * @param card as it is kept
   * @param state how far it has come
   */
  public record Row(NoticeCard card, NoticeState state) {}

  /** The states one can look for. */
  public List<NoticeState> states() {
    return List.of(NoticeState.values());
  }

  /** Whether anything was looked for. */
  public boolean isSearch() {
    return !words.isEmpty() || state.isPresent();
  }
}
