// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import java.util.Map;

/** Which HTTP status (RFC 9110 §15) a problem code has. */
final class ProblemStatus {
  private static final int UNPROCESSABLE = 422;

  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("REQUEST_INVALID", 400),
          Map.entry("LOGIN_NEEDED", 401),
          Map.entry("LOGIN_REFUSED", 401),
          Map.entry("FORM_NOT_OURS", 403),
          Map.entry("PASSWORD_EXPIRED", 401),
          Map.entry("TOTP_NEEDED", 401),
          Map.entry("TOTP_WRONG", 401),
          Map.entry("NOT_ALLOWED", 403),
          Map.entry("NOT_AN_ACCOUNT", 403),
          Map.entry("PASSWORD_CHANGE_NEEDED", 403),
          Map.entry("PASSWORD_WRONG", 403),
          Map.entry("CALENDAR_SCOPE_DENIED", 403),
          Map.entry("ACCOUNT_UNKNOWN", 404),
          Map.entry("EMERGENCY_UNKNOWN", 404),
          Map.entry("SESSION_UNKNOWN", 404),
          Map.entry("ACCOUNT_TAKEN", 409),
          Map.entry("APPROVAL_NEEDED", 409),
          Map.entry("APPROVAL_NOT_SENT", 409),
          Map.entry("APPROVAL_SAME_PERSON", 409),
          Map.entry("APPROVAL_VERSION_CHANGED", 409),
          Map.entry("EMERGENCY_EXPIRED", 409),
          Map.entry("EMERGENCY_NEEDS_SECOND_PERSON", 409),
          Map.entry("LAST_ADMIN", 409),
          Map.entry("PAGE_UNKNOWN", 404),
          Map.entry("CALENDAR_UNKNOWN", 404),
          Map.entry("ITEM_UNKNOWN", 404),
          Map.entry("SHEET_VERSION_UNKNOWN", 404),
          Map.entry("NOTICE_UNKNOWN", 404),
          Map.entry("VERSION_UNKNOWN", 404),
          Map.entry("LETTER_GONE", 404),
          Map.entry("AIRING_UNKNOWN", 404),
          Map.entry("DICTIONARY_ENTRY_UNKNOWN", 404),
          Map.entry("FIXED_READING_UNKNOWN", 404),
          Map.entry("SHEET_UNKNOWN", 404),
          Map.entry("SPEAKER_UNKNOWN", 404),
          Map.entry("TABLE_KIND_UNKNOWN", 404),
          Map.entry("RELEASE_NOT_NEEDED", 404),
          Map.entry("RELEASE_IN_SHEET", 409),
          Map.entry("RELEASE_NOT_REQUESTED", 409),
          Map.entry("RELEASE_SAME_PERSON", 409),
          Map.entry("RELEASE_BEFORE_REQUEST", 409),
          Map.entry("DICTIONARY_CHANGED", 409),
          Map.entry("NOTICE_ID_TAKEN", 409),
          Map.entry("NOTICE_RECORDED", 409),
          Map.entry("PRODUCTION_CANCELLED", 409),
          Map.entry("PRODUCTION_NOT_RUNNING", 409),
          Map.entry("PRODUCTION_RUNNING", 409),
          Map.entry("STATION_CHANGED", 409),
          Map.entry("VERSION_CHANGED", 409),
          Map.entry("NOTICE_CHANGED", 409),
          Map.entry("ITEM_CHANGED", 409),
          Map.entry("CUE_ID_TAKEN", 409),
          Map.entry("RECORDING_MISSING", 409),
          Map.entry("RUNDOWN_QUIET_HOURS", 409),
          Map.entry("ONE_OFF_PAST", 409),
          Map.entry("NOTICE_TOO_LARGE", 413),
          Map.entry("UPLOAD_TOO_LARGE", 413),
          Map.entry("NOTICE_TOO_LONG", 413),
          Map.entry("PROGRAMME_TOO_LARGE", 413),
          Map.entry("BODY_TOO_LARGE", 413),
          Map.entry("DOCUMENT_TOO_LARGE", 413),
          Map.entry("DOCUMENT_EXPANDS_TOO_MUCH", 413),
          Map.entry("DOCUMENT_TEXT_TOO_LONG", 413),
          Map.entry("TABLE_TOO_LONG", 413),
          Map.entry("LOGIN_TOO_OFTEN", 429),
          Map.entry("REPLAY_TOO_OFTEN", 429),
          Map.entry("CALENDAR_TOO_OFTEN", 429),
          Map.entry("OFFICE_FAULT", 500),
          Map.entry("STORAGE_CORRUPT", 500),
          Map.entry("STORAGE_READ_ONLY", 500),
          Map.entry("STORAGE_UNAVAILABLE", 503),
          Map.entry("STORAGE_BUSY", 503),
          Map.entry("STUDIO_BUSY", 503),
          Map.entry("UPLOADS_FULL", 503),
          Map.entry("READING_BUSY", 503),
          Map.entry("READING_TOO_SLOW", 503),
          Map.entry("STUDIO_TOO_SLOW", 503),
          Map.entry("REPLAY_BUSY", 503),
          Map.entry("REPLAY_TOO_SLOW", 503),
          Map.entry("TABLE_BUSY", 503),
          Map.entry("TABLE_TOO_SLOW", 503),
          Map.entry("BROKER_GONE", 503),
          Map.entry("RECORDING_NOT_STORED", 507),
          Map.entry("UPLOAD_NOT_STORED", 507),
          Map.entry("STORAGE_FULL", 507));

  private ProblemStatus() {}

  static int of(String code) {
    if (code.startsWith("SPEECH_")) {
      return 503;
    }
    return STATUS.getOrDefault(code, UNPROCESSABLE);
  }
}
