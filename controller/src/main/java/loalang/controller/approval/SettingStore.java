// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import org.jdbi.v3.core.Handle;

/** The rows of settings. Blocking, in the caller's transaction. */
final class SettingStore {
  private static final String APPROVAL = "approval-needed";
  private static final String EMERGENCY = "emergency-needs-two";

  private SettingStore() {}

  static OfficeSettings find(Handle handle) {
    OfficeSettings strict = OfficeSettings.STRICT;
    return new OfficeSettings(
        flag(handle, APPROVAL, strict.approvalNeeded()),
        flag(handle, EMERGENCY, strict.emergencyNeedsTwo()));
  }

  static void put(Handle handle, OfficeSettings settings) {
    put(handle, APPROVAL, settings.approvalNeeded());
    put(handle, EMERGENCY, settings.emergencyNeedsTwo());
  }

  private static boolean flag(Handle handle, String name, boolean otherwise) {
    return handle
        .createQuery("SELECT value FROM office_setting WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .map(Boolean::parseBoolean)
        .orElse(otherwise);
  }

  private static void put(Handle handle, String name, boolean value) {
    handle
        .createUpdate(
            "INSERT INTO office_setting (name, value) VALUES (:name, :value)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind("name", name)
        .bind("value", Boolean.toString(value))
        .execute();
  }
}
