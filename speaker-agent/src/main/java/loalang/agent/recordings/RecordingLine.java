// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import loalang.protocol.Digest;
import loalang.protocol.audio.Want;

/** The way recordings come: asked for, listened to, not listened to any more. */
public interface RecordingLine {
  void listenTo(Digest recording);

  void want(Want want);

  void ignore(Digest recording);
}
