// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

/** Where one can go in the console, in the order of the menu. */
public enum Place {
  /** What sounds, what comes, what waits for a decision. */
  TODAY("/"),
  /** Notices: written, read, rendered. */
  NOTICES("/notices"),
  /** What waits for an approver. */
  APPROVALS("/approvals"),
  /** What is planned. */
  SCHEDULE("/schedule"),
  /** The loudspeakers. */
  SPEAKERS("/speakers"),
  /** What was played. */
  LOG("/log"),
  /** A short voice notice, recorded in the browser. */
  VOICE("/voice"),
  /** Accounts, keys, dictionary, voices, audit log, backup. */
  OFFICE("/office");

  private final String path;

  Place(String path) {
    this.path = path;
  }

  /** Its path. */
  public String path() {
    return path;
  }

  /** The key of its name. */
  public String key() {
    return "place." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
