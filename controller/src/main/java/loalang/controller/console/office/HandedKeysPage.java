// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.Optional;
import loalang.controller.console.frame.Texts;
import loalang.controller.keys.HandedKeys;
import loalang.protocol.Problem;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;

/**
 * Where a key of the province or the centre is taken in.
 *
 * @param text as it was pasted, or as the file says
 * @param level chosen for a public key; empty if none was
 * @param shown what it says; empty until somebody asks
 * @param problem why it is not taken in
 */
public record HandedKeysPage(
    String text, String level, Optional<HandedKeys> shown, Optional<Problem> problem) {
  private static final int GROUP = 4;

  static final HandedKeysPage EMPTY =
      new HandedKeysPage("", "", Optional.empty(), Optional.empty());

  /** A key's fingerprint in groups, to be read out over the phone. */
  public static String spoken(KeyId key) {
    return key.thumbprint().replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }

  /** How far a key will reach, in words. */
  public static String reach(Texts texts, TrustedKey key) {
    return key.scope() == null
        ? texts.of("handed-key.unlimited")
        : texts.of(
            "keys.reaches", KeysPage.where(texts, key.scope()), KeysPage.most(texts, key.scope()));
  }

  /** True if it is a public key alone, which older loudspeakers do not learn of. */
  public boolean isBare() {
    return shown.filter(one -> one.signed().isEmpty()).isPresent();
  }

  /** True if loudspeakers know a newer edition already. */
  public boolean isOld() {
    return shown.flatMap(HandedKeys::signed).filter(HandedKeys.Signed::isOld).isPresent();
  }
}
