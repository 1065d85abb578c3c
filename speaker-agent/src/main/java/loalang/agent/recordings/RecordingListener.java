// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.nio.file.Path;
import java.time.LocalDate;
import loalang.protocol.Digest;
import loalang.protocol.report.Outcome;

/** Hears what became of the recordings, on the agent thread. */
public interface RecordingListener {
  /** It is whole, genuine and on the disk. */
  void whole(Digest recording, Path file);

  /** It will not come, as far as can be seen. */
  void lacking(Digest recording, Outcome why);

  /** So many bytes of recordings have come that day; told now and then. */
  void spent(LocalDate day, long bytes);
}
