// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.util.Locale;
import java.util.Optional;

/** What somebody is to the office. What each may do stands in {@link Permission}. */
public enum Role {
  /** Cán bộ truyền thanh: writes notices, plans, airs. */
  OFFICER,
  /** Lãnh đạo: approves notices and releases what rules hold back. */
  APPROVER,
  /** Trưởng thôn: speaks to the own hamlet. */
  HAMLET_HEAD,
  /** Kỹ thuật viên: adds and mends loudspeakers. */
  TECHNICIAN,
  /** Sees and hears everything, changes nothing. */
  VIEWER,
  /** Quản trị: accounts, settings, the audit log. Always of the whole commune. */
  ADMIN;

  /** As the API and the command line write it: {@code hamlet-head}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a word; empty if there is none. */
  public static Optional<Role> ofWord(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
