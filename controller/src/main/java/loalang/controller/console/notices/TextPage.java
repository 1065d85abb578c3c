// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.List;
import java.util.Optional;
import loalang.controller.studio.EarlierText;
import loalang.controller.studio.NoticeCard;

/**
 * One text of a notice beside the one before it.
 *
 * @param card of the notice
 * @param text that is shown
 * @param before the one before; empty for the first
 * @param runs what is the same, new, gone
 */
public record TextPage(
    NoticeCard card, EarlierText text, Optional<EarlierText> before, List<TextRun> runs) {
  public TextPage {
    runs = List.copyOf(runs);
  }
}
