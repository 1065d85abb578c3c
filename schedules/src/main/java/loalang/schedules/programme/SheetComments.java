// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;

/** What people wrote beside what a sheet says, which the reader passes over. Pure. */
final class SheetComments {
  private SheetComments() {}

  /** Every comment of a text that can be read, in order. */
  static List<String> of(String yaml) {
    List<String> comments = new ArrayList<>();
    Iterable<Event> events =
        new Parse(LoadSettings.builder().setParseComments(true).build()).parseString(yaml);
    for (Event event : events) {
      if (event instanceof CommentEvent comment
          && comment.getCommentType() != CommentType.BLANK_LINE) {
        comments.add(comment.getValue().strip());
      }
    }
    return comments;
  }

  /** The comments of a text that another one has not. */
  static List<String> lost(String before, String after) {
    List<String> lost = new ArrayList<>(of(before));
    of(after).forEach(lost::remove);
    return lost;
  }
}
