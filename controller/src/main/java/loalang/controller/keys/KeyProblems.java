// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import loalang.protocol.Problem;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Issuer;

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

  static Problem notOurs() {
    return new Problem(
        "KEY_LEVEL_INVALID",
        "A key of the commune is made here, not imported.",
        "Use keys rotate; import keys of the province or the centre.");
  }

  static Problem whoseKey() {
    return new Problem(
        "KEY_LEVEL_MISSING",
        "A public key alone does not say whose it is.",
        "Say whether it is the province's or the centre's.");
  }

  static Problem own(KeyId key) {
    return new Problem(
        "KEY_IS_OWN",
        "Key %s reaches as far as its level already.".formatted(key.thumbprint()),
        "Name the public key of somebody else.");
  }

  static Problem stated(Issuer level) {
    return new Problem(
        "KEY_LEVEL_STATED",
        "The %s has said itself which keys are its own; one beside them would not be obeyed."
            .formatted(level.wireName()),
        "Ask it for a signed statement that names this key.");
  }

  static Problem notTakenIn(KeyId key) {
    return new Problem(
        "KEY_NOT_TAKEN_IN",
        "Key %s was not taken in by hand.".formatted(key.thumbprint()),
        "What a higher level signed, only that level takes back; else look at the page again.");
  }

  static Problem refused(String why) {
    return new Problem(
        "KEY_STATEMENT_REFUSED",
        "No key that is known here and may say so signed this statement: %s.".formatted(why),
        "Import the public key of the province first, or ask it for the right file.");
  }
}
