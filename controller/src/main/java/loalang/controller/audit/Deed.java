// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import java.util.Locale;

/** What can be done that the log keeps. The words are stored: add some, change none. */
public enum Deed {
  ACCOUNT_ADDED,
  ACCOUNT_DISABLED,
  ACCOUNT_ENABLED,
  ACCOUNT_GRANTED,
  AIRING_ASKED,
  AIRING_STOPPED,
  APPROVAL_APPROVED,
  APPROVAL_RETURNED,
  APPROVAL_SENT,
  APPROVAL_WAIVED,
  DICTIONARY_CHANGED,
  EMERGENCY_ASKED,
  EMERGENCY_RELEASED,
  EMERGENCY_WITHDRAWN,
  LOGGED_IN,
  NOTICE_MADE,
  NOTICE_RENDERED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  READING_FIXED,
  READING_UNFIXED,
  RELEASE_ASKED,
  RELEASE_GIVEN,
  SESSIONS_ENDED,
  SETTING_CHANGED,
  SHEET_PUT,
  SHEET_REMOVED,
  SPEAKER_REVOKED,
  STATION_CHANGED,
  TICKET_ISSUED,
  TOTP_BEGUN,
  TOTP_REMOVED,
  TOTP_SET,
  VERSION_REMOVED,
  VERSION_RENDERED,
  VERSION_WRITTEN,
  ZONE_VERSION_SET;

  /** As it is stored and shown: {@code account-added}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
