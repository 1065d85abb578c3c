// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import loalang.announcements.Cancellation;
import loalang.announcements.Notice;
import loalang.announcements.Production;
import loalang.announcements.ProductionListener;
import loalang.announcements.RecordedNotice;
import loalang.announcements.audio.Pcm;
import loalang.announcements.script.Script;
import loalang.announcements.voice.Voices;
import loalang.controller.reading.Edition;
import loalang.controller.station.StationSettings;

/** What does this notice sound like? Blocking. */
public interface NoticeProduction {

  /**
   * What is to be spoken.
   *
   * @param notice what it is about, who speaks
   * @param script what is said, word for word; the report's script equals it
   * @param edition reads the station's own lines
   * @param station how the station sounds
   * @param listener hears of each sentence
   * @param cancellation stops it
   */
  record Task(
      Notice notice,
      Script script,
      Edition edition,
      StationSettings station,
      ProductionListener listener,
      Cancellation cancellation) {}

  /**
   * What a person said.
   *
   * @param notice what it is about
   * @param voice as decoded
   * @param station how the station sounds
   * @param cancellation stops it
   */
  record Recorded(
      RecordedNotice notice, Pcm voice, StationSettings station, Cancellation cancellation) {}

  /** Who can speak. */
  Voices voices();

  /**
   * Produces a recording of a machine.
   *
   * @throws loalang.protocol.ProblemException if it cannot be made
   */
  Production produce(Task task);

  /**
   * Produces a recording of a person.
   *
   * @throws loalang.protocol.ProblemException if it cannot be made
   */
  Production produce(Recorded recorded);
}
