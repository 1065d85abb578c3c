// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import loalang.agent.recordings.RecordingLine;
import loalang.protocol.clock.ClockQuestion;

/** What the pole can say through the broker. Returns at once; what became of it is told later. */
public interface OfficeLink extends RecordingLine {
  /** Sends a signed report; the listener hears whether the broker took it. */
  void publishReport(long number, byte[] envelope);

  /** Replaces the retained state of this pole. */
  void publishState(byte[] state);

  /** Has what is retained about keys and plans sent again: it may mean more than it did. */
  void hearAgain();

  /** Asks for the time, at most once delivered. */
  void askTime(ClockQuestion question);
}
