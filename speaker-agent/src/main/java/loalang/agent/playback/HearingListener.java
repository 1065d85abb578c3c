// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import loalang.protocol.report.Report;

/** Is told what a microphone heard, on the microphone's thread: hand over and return at once. */
public interface HearingListener {
  /** What was heard of an airing, at most once, after its end. */
  void heard(Report.Heard heard);
}
