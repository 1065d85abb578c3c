// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import loalang.protocol.Problem;

/**
 * Hears cues. Called on a thread of the clockwork, one cue at a time, in the order of their starts:
 * hand over to your own thread and return at once.
 */
@FunctionalInterface
public interface CueListener {

  /** This cue is due. A listener that throws is logged; the other cues still fire. */
  void onCue(Cue cue);

  /**
   * A stretch of another station's programme is due. Whoever cannot relay airs the fallback, which
   * is what happens if this is not overridden; each line of it has its own start.
   *
   * @param cue where and when; its announcement is only the name of the station
   * @param relay from where, how long, and what is heard instead if the station is absent
   */
  default void onRelay(Cue cue, CueTerms.Relay relay) {
    relay.fallback().forEach(this::onCue);
  }

  /**
   * A moment before or after the start of this cue, as the settings ask for it. Before the start it
   * is told at once if the cue was planned later than that; once the cue is due it is not told any
   * more. The deadline is always told, however late. After a restart a moment may be told again.
   */
  default void onMoment(Cue cue, Moment moment) {}

  /**
   * This cue was planned and will not sound any more: too late, or its moment slid into quiet
   * hours. The book logs it in any case; listen to keep the as-run log whole.
   */
  default void onSkipped(Cue cue, Problem why) {}
}
