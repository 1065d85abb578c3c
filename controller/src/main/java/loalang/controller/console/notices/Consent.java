// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Future;
import java.util.Optional;
import loalang.controller.api.Rooms;
import loalang.controller.approval.Approval;
import loalang.controller.approval.OfficeSettings;
import loalang.controller.studio.NoticeCard;

/**
 * What approvers say.
 *
 * @param approval how far this version has come
 * @param isNeeded whether the office asks for it before it airs
 */
public record Consent(Approval approval, boolean isNeeded) {

  /** About a notice; empty without a recording. */
  static Future<Optional<Consent>> of(Rooms rooms, NoticeCard card) {
    if (card.recording().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Future<OfficeSettings> settings = rooms.people().settings().find();
    return settings
        .compose(known -> rooms.people().approvals().of(card.id()))
        .map(
            standing ->
                Optional.of(new Consent(standing.approval(), settings.result().approvalNeeded())));
  }

  /** True if it may be aired. */
  public boolean isClear() {
    return !isNeeded || approval.isClear();
  }
}
