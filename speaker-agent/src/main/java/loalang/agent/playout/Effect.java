// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import loalang.protocol.AiringId;
import loalang.protocol.RecordingRef;
import loalang.protocol.report.Report;

/** Something the pole is to do because of a step. */
public sealed interface Effect {

  /** Hands the effect to the method made for it. */
  void carryOut(Hands hands);

  /** Who carries effects out. */
  interface Hands {
    void say(Report report);

    void fetch(RecordingRef recording);

    void begin(Begin begin);

    void halt(AiringId airing);

    void over(AiringId airing);
  }

  /** Tell the office. */
  record Say(Report report) implements Effect {
    @Override
    public void carryOut(Hands hands) {
      hands.say(report);
    }
  }

  /** Get the recording, if it is not there, and say when it is. */
  record Fetch(RecordingRef recording) implements Effect {
    @Override
    public void carryOut(Hands hands) {
      hands.fetch(recording);
    }
  }

  /**
   * Write down that it starts, then start it.
   *
   * @param at by the node's clock
   */
  record Begin(AiringId airing, RecordingRef recording, long framesDue, Instant at)
      implements Effect {
    @Override
    public void carryOut(Hands hands) {
      hands.begin(this);
    }
  }

  /** Silence it within a buffer; the player says when it is over. */
  record Halt(AiringId airing) implements Effect {
    @Override
    public void carryOut(Hands hands) {
      hands.halt(airing);
    }
  }

  /** Write down that it never sounds again. */
  record Over(AiringId airing) implements Effect {
    @Override
    public void carryOut(Hands hands) {
      hands.over(airing);
    }
  }
}
