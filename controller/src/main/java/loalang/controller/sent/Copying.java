// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.sent;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.ReadStream;

/** Writes pieces to a file no faster than the disk takes them, up to a limit. */
final class Copying {
  private final ReadStream<Buffer> from;
  private final AsyncFile file;
  private final long maxBytes;
  private long bytes;
  private boolean stopped;

  Copying(ReadStream<Buffer> from, AsyncFile file, long maxBytes) {
    this.from = from;
    this.file = file;
    this.maxBytes = maxBytes;
  }

  /** Drops what still comes: who still sends must be heard out to hear the answer. */
  void stop() {
    stopped = true;
  }

  /** False if it was too much. */
  boolean take(Buffer piece) {
    if (stopped) {
      return true;
    }
    bytes += piece.length();
    if (bytes > maxBytes) {
      return false;
    }
    file.write(piece); // its fault comes to the file's exception handler
    if (file.writeQueueFull()) {
      from.pause();
      file.drainHandler(drained -> from.resume());
    }
    return true;
  }
}
