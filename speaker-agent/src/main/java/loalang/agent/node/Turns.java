// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;

/**
 * Gives the events of one pole their turns: one at a time, in the order in which they came. On a
 * pole that is a thread; in the simulation of a village it is a queue that is told the time.
 */
public interface Turns {
  /** How often the pole looks at the time though nothing happens, over 0. */
  Duration pulse();

  /** An event has its turn after those that came before it; none has one after the end. */
  void soon(Runnable event);

  /** An event has its turn when this time has passed, unless it is called off before. */
  Later after(Duration time, Runnable event);

  /** An event has a turn with each pulse. */
  void withEachPulse(Runnable event);

  /** Work that takes long has its turn elsewhere, one after the other. */
  void aside(Runnable work);

  /** A bug ended one event before its time; the next has its turn all the same. */
  void brokenOff(RuntimeException bug);

  /** Nothing has a turn any more, but for what goes on at this moment. */
  void end();

  /** An event that has not had its turn. */
  interface Later {
    /** It will not have one. */
    void callOff();
  }
}
