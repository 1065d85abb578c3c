// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.List;
import java.util.stream.Stream;
import loalang.announcements.Notice;
import loalang.controller.console.frame.Visit;
import loalang.controller.studio.Written;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * A notice as it stands in the form.
 *
 * @param title for lists; may be empty
 * @param priority how urgent
 * @param body what is said
 */
public record TypedForm(String title, Priority priority, String body) {
  static final TypedForm EMPTY = new TypedForm("", Priority.ROUTINE, "");

  static TypedForm of(Notice notice, String title) {
    return new TypedForm(title, notice.priority(), notice.body());
  }

  static TypedForm of(Visit visit) {
    return new TypedForm(
        visit.field("title"), priority(visit.field("priority")), visit.text("body"));
  }

  /** The priorities one may choose here; an emergency has a page of its own. */
  public List<Priority> priorities() {
    return Stream.of(Priority.values())
        .filter(one -> one != Priority.EMERGENCY || priority == Priority.EMERGENCY)
        .toList();
  }

  /** As the studio takes it; throws if the title is too long. */
  Written written() {
    if (title.length() > Notice.MAX_TITLE_CHARACTERS) {
      throw new ProblemException(
          new Problem(
              "NOTICE_TITLE_TOO_LONG",
              "The title has %d characters; at most %d are kept."
                  .formatted(title.length(), Notice.MAX_TITLE_CHARACTERS),
              "Write a shorter title; it is for lists and is never said."));
    }
    return new Written(title, priority, body);
  }

  static Priority priority(String name) {
    return Stream.of(Priority.values())
        .filter(one -> one.wireName().equals(name))
        .findFirst()
        .orElse(Priority.ROUTINE);
  }
}
