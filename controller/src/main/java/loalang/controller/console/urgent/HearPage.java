// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.console.frame.ZoneChoice;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.Productions;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;

/**
 * What will be heard, before somebody asks for it.
 *
 * @param card of the notice
 * @param reading how far it is read aloud; empty if it has a recording
 * @param text what it says
 * @param zones where it can be heard
 * @param form where it shall be heard
 * @param needsTwo whether a second person must release it
 * @param problem why it was not taken
 */
public record HearPage(
    NoticeCard card,
    Optional<Productions.Progress> reading,
    String text,
    List<ZoneChoice> zones,
    EmergencyForm form,
    boolean needsTwo,
    Optional<Problem> problem) {
  public HearPage {
    zones = List.copyOf(zones);
  }

  /** Where this page is, with the zones that are chosen. */
  public String path() {
    return pathOf(card.id(), form.zones());
  }

  static String pathOf(AnnouncementId notice, Set<PagingZone> zones) {
    return zones.stream()
        .map(zone -> "zone=" + zone.value())
        .sorted()
        .collect(Collectors.joining("&", "/emergency/notices/" + notice + "?", ""));
  }
}
