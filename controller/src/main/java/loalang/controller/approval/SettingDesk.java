// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import io.vertx.core.Future;
import java.time.InstantSource;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;

/** A door: what the office asks of its people. On one event loop. */
public final class SettingDesk {
  private final StorageDesk storage;
  private final InstantSource now;

  /** A desk. */
  public SettingDesk(StorageDesk storage, InstantSource now) {
    this.storage = storage;
    this.now = now;
  }

  /** What holds now. */
  public Future<OfficeSettings> find() {
    return storage.read(SettingStore::find);
  }

  /** Holds from now on, for airings that are planned already too. */
  public Future<OfficeSettings> put(Author by, OfficeSettings settings) {
    return storage.write(
        handle -> {
          AuditStore.add(
              handle,
              by.did(Deed.SETTING_CHANGED, "office")
                  .from(SettingStore.find(handle).toString())
                  .to(settings.toString())
                  .saying(settings.toString()),
              now.instant());
          SettingStore.put(handle, settings);
          return settings;
        });
  }
}
