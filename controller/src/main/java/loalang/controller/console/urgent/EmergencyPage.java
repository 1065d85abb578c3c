// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.util.List;
import java.util.Optional;
import loalang.controller.approval.Emergency;
import loalang.controller.console.frame.ZoneChoice;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;

/**
 * Where an emergency begins.
 *
 * @param waiting those asked for that a second person can release
 * @param latest emergencies that were aired, the newest first
 * @param ready notices of this priority that have a recording, the newest first
 * @param zones where it can be heard
 * @param form what stands in the form
 * @param denied why whoever looks may not ask; empty if they may
 * @param problem why it was not taken
 */
public record EmergencyPage(
    List<Emergency> waiting,
    List<AiringRecord> latest,
    List<NoticeCard> ready,
    List<ZoneChoice> zones,
    EmergencyForm form,
    Optional<Problem> denied,
    Optional<Problem> problem) {
  public EmergencyPage {
    waiting = List.copyOf(waiting);
    latest = List.copyOf(latest);
    ready = List.copyOf(ready);
    zones = List.copyOf(zones);
  }
}
