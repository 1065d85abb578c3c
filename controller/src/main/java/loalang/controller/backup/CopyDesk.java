// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;
import loalang.controller.storage.StorageDesk;

/** A door: when the office was copied last. On one event loop. */
public final class CopyDesk {
  private final StorageDesk storage;
  private final Path data;

  /**
   * A desk.
   *
   * @param data the office's directory
   */
  public CopyDesk(StorageDesk storage, Path data) {
    this.storage = storage;
    this.data = data;
  }

  /** The newest copy; empty if there is none. */
  public Future<Optional<LastCopy>> last() {
    return storage.run(() -> LastCopy.of(data));
  }
}
