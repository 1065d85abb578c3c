// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.protocol.PagingZone;

/** A notice as the text of a file that reads as this notice again. Pure, any thread. */
final class NoticeText {
  // CommonMark §2.4: any of these with a backslash before it stands for itself.
  private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private NoticeText() {}

  /** What somebody typed, with all else as it was. */
  static Notice changed(Notice notice, Written written) {
    return new Notice(
        titleOf(written),
        notice.language(),
        notice.voice(),
        written.priority(),
        notice.zones(),
        written.body());
  }

  /** What somebody typed as a new notice; fails as {@link NoticeFile} does. */
  static Notice of(Written written) {
    return changed(NoticeFile.read("\n" + written.body()), written);
  }

  /** Front matter, whose words in quotation marks are the same in JSON and YAML, and the body. */
  static String source(Notice notice) {
    List<String> lines = new ArrayList<>();
    lines.add("---");
    lines.add("title: " + Json.encode(notice.title()));
    lines.add("language: " + Json.encode(notice.language().toString()));
    lines.add("priority: " + notice.priority().wireName());
    if (notice.voice() != null) {
      lines.add("voice: " + Json.encode(notice.voice().value()));
    }
    if (!notice.zones().isEmpty()) {
      lines.add(
          "zones: "
              + Json.encode(notice.zones().stream().map(PagingZone::value).sorted().toList()));
    }
    lines.add("---");
    lines.add(markdown(notice.body()));
    return String.join("\n", lines);
  }

  /** Each line stays a line, and no sign of it means anything. */
  private static String markdown(String body) {
    List<String> lines = body.lines().toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean goesOn = i + 1 < lines.size() && !lines.get(i).isEmpty();
      text.append(escaped(lines.get(i)));
      text.append(goesOn && !lines.get(i + 1).isEmpty() ? "\\\n" : "\n");
    }
    return text.toString();
  }

  private static String escaped(String line) {
    return line.chars()
        .mapToObj(sign -> (MARKS.indexOf(sign) >= 0 ? "\\" : "") + (char) sign)
        .collect(Collectors.joining());
  }

  private static String titleOf(Written written) {
    return written.title().isEmpty()
        ? NoticeFile.read("\n" + written.body()).title()
        : written.title();
  }
}
