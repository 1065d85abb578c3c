// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import loalang.controller.accounts.FactorStore.Factor;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/** Asks for the second factor where an account has one. In a transaction. */
final class SecondFactor {
  private static final String RECOVERY = "recovery";
  private static final int RECOVERY_CODES = 8;
  private static final Pattern FIGURES = Pattern.compile("[0-9]{6}");

  private SecondFactor() {}

  /** Passes if the account has no second factor, or if the code is one that was not used yet. */
  static void check(Handle handle, LoginForm form, FactorSeal factors, Instant now) {
    Optional<Factor> factor = FactorStore.find(handle, form.account());
    if (factor.isEmpty()) {
      return;
    }
    String code = form.code().strip().replace(" ", "").toLowerCase(Locale.ROOT);
    if (code.isEmpty()) {
      throw new ProblemException(needed());
    }
    boolean isRight =
        FIGURES.matcher(code).matches()
            ? isUsable(
                handle,
                form.account(),
                Totp.stepOf(
                    code,
                    factors.open(form.account(), factor.get().secret()),
                    factor.get().lastStep(),
                    now))
            : FactorStore.useRecovery(handle, form.account(), hash(code), now);
    if (!isRight) {
      throw new ProblemException(wrong());
    }
  }

  /** Eight words that each open once in place of a code. */
  static List<String> freshRecoveryCodes(SecureRandom random) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      codes.add(Passwords.generate(random));
    }
    return codes;
  }

  static String hash(String recoveryCode) {
    return Secrets.hash(RECOVERY, recoveryCode);
  }

  static Problem wrong() {
    return new Problem(
        "TOTP_WRONG",
        "The code is wrong, too old, or was used before.",
        "Type the one the authenticator shows now, or a recovery code; see that both clocks are"
            + " right.");
  }

  private static boolean isUsable(Handle handle, String account, OptionalLong step) {
    return step.isPresent() && FactorStore.useStep(handle, account, step.getAsLong());
  }

  private static Problem needed() {
    return new Problem(
        "TOTP_NEEDED",
        "This account asks for a second factor.",
        "Type the six figures the authenticator shows as well.");
  }
}
