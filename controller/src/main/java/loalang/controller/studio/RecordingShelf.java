// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.io.IOException;
import loalang.protocol.Digest;

/** Where are the bytes of this recording? Blocking. */
public interface RecordingShelf {

  /** Puts a recording on the shelf; it is on the disk when this returns. */
  void put(Digest digest, byte[] bytes) throws IOException;

  /**
   * A piece of a recording.
   *
   * @param offset from the start
   * @param length how many bytes; fewer come back at the end
   * @throws IOException if there is no such recording
   */
  byte[] read(Digest digest, long offset, int length) throws IOException;
}
