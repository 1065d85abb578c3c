// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.util.List;
import java.util.Optional;
import loalang.controller.console.frame.ZoneChoice;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;

/**
 * What will be heard, before somebody asks for it.
 *
 * @param card of the notice, which has a recording
 * @param text what it says
 * @param zones where it can be heard
 * @param form where it shall be heard
 * @param needsTwo whether a second person must release it
 * @param problem why it was not taken
 */
public record HearPage(
    NoticeCard card,
    String text,
    List<ZoneChoice> zones,
    EmergencyForm form,
    boolean needsTwo,
    Optional<Problem> problem) {
  public HearPage {
    zones = List.copyOf(zones);
  }
}
