// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Future;
import java.util.List;
import loalang.controller.audit.Author;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** What sheets said before, and the way back. On one event loop. */
public final class SheetHistory {
  private final SheetDesk sheets;
  private final StorageDesk storage;

  SheetHistory(SheetDesk sheets, StorageDesk storage) {
    this.sheets = sheets;
    this.storage = storage;
  }

  /** The last changes to any sheet, the newest first. */
  public Future<List<SheetVersion>> lately(int limit) {
    return storage.read(handle -> SheetVersionStore.newest(handle, limit));
  }

  /** What a sheet said before each change, the newest first. */
  public Future<List<SheetVersion>> of(SheetName name) {
    return storage.read(handle -> SheetVersionStore.of(handle, name));
  }

  /** What going back would change; changes nothing. Fails with SHEET_VERSION_UNKNOWN. */
  public Future<SheetDesk.Taken> preview(long id) {
    return find(id)
        .compose(
            version ->
                version
                    .text()
                    .map(yaml -> sheets.preview(version.name(), yaml))
                    .orElseGet(() -> sheets.previewRemoval(version.name())));
  }

  /** Says again what a sheet said then; itself a change that can be undone. */
  public Future<SheetDesk.Taken> restore(long id, Author by) {
    return find(id)
        .compose(
            version ->
                version
                    .text()
                    .map(yaml -> sheets.put(version.name(), yaml, by))
                    .orElseGet(() -> sheets.remove(version.name(), by)));
  }

  private Future<SheetVersion> find(long id) {
    return storage.read(
        handle -> SheetVersionStore.find(handle, id).orElseThrow(() -> unknown(id)));
  }

  private static ProblemException unknown(long id) {
    return new ProblemException(
        new Problem(
            "SHEET_VERSION_UNKNOWN",
            "No earlier version %d of a sheet is kept.".formatted(id),
            "Look at the page of the sheet: the last changes are kept, older ones are not."));
  }
}
