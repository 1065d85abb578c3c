// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import loalang.announcements.Notice;
import loalang.announcements.Production;

/** What does this notice sound like? Blocking. */
@FunctionalInterface
public interface NoticeProduction {

  /**
   * Produces a recording.
   *
   * @throws loalang.protocol.ProblemException if it cannot be made
   */
  Production produce(Notice notice);
}
