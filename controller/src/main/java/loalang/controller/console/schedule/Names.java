// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import loalang.controller.clockwork.Survey;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.AnnouncementId;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.PlannedItem;

/**
 * What things are called on the page: by the titles of notices, not by their ids.
 *
 * @param notices titles
 */
record Names(Map<AnnouncementId, String> notices) {

  static Names of(List<NoticeCard> cards) {
    return new Names(
        cards.stream()
            .collect(Collectors.toMap(NoticeCard::id, NoticeCard::title, (one, other) -> one)));
  }

  String of(AnnouncementId notice) {
    return notices.getOrDefault(notice, notice.value());
  }

  String of(PlannedItem item) {
    String notice = of(item.cue().announcement());
    return item.cue().id().value().contains("--") ? item.title() + " · " + notice : notice;
  }

  String of(Conflict conflict, Survey survey) {
    Optional<String> notice = conflict.toRelease().map(held -> of(held.what().announcement()));
    Optional<String> source = survey.titleOf(conflict.airing().source());
    return source
        .map(title -> notice.map(name -> title + " · " + name).orElse(title))
        .or(() -> notice)
        .orElseGet(conflict.airing()::source);
  }
}
