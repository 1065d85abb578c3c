// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.IOException;

/** How much room the disk has. */
public interface FreeSpace {
  /** Bytes this process may still write. */
  long usableBytes() throws IOException;
}
