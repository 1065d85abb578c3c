// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.nio.file.Path;
import loalang.protocol.Digest;
import loalang.protocol.report.Outcome;

/** Hears what became of the recordings, on the agent thread. */
public interface RecordingListener {
  /** It is whole, genuine and on the disk. */
  void whole(Digest recording, Path file);

  /** It will not come. */
  void lacking(Digest recording, Outcome why);
}
