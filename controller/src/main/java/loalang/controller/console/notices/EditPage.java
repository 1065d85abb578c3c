// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.List;
import java.util.Optional;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;

/**
 * Where a text is changed.
 *
 * @param card of the notice
 * @param form what stands in the form
 * @param seen how many texts the notice had when the form was opened
 * @param waiting airings that would have no recording until it is rendered again
 * @param problem why the change was not taken
 */
public record EditPage(
    NoticeCard card,
    TypedForm form,
    int seen,
    List<AiringRecord> waiting,
    Optional<Problem> problem) {
  public EditPage {
    waiting = List.copyOf(waiting);
  }
}
