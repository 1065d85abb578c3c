// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import loalang.protocol.Problem;

/** Why something cannot be done with keys. Pure. */
final class KeyProblems {
  private KeyProblems() {}

  static Problem busy() {
    return new Problem(
        "KEYS_CHANGING",
        "Keys are being changed already.",
        "Wait until loa keys show says that every speaker obeys, or use keys revoke.");
  }

  static Problem nothingToRevoke() {
    return new Problem(
        "KEY_NOTHING_TO_REVOKE",
        "There is one key alone, and without it the office would be mute.",
        "Make another one first: loa keys rotate.");
  }
}
