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
   * This cue was planned and will not sound any more: too late, or its moment slid into quiet
   * hours. The book logs it in any case; listen to keep the as-run log whole.
   */
  default void onSkipped(Cue cue, Problem why) {}
}
