// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import loalang.announcements.Notice;
import loalang.announcements.Production;
import loalang.announcements.script.Script;

/** What does this notice sound like? Blocking. */
@FunctionalInterface
public interface NoticeProduction {

  /**
   * Produces a recording.
   *
   * @param notice what it is about, who speaks
   * @param script what is said, word for word; the report's script equals it
   * @throws loalang.protocol.ProblemException if it cannot be made
   */
  Production produce(Notice notice, Script script);
}
