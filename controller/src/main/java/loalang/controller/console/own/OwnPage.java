// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.own;

import java.util.List;
import java.util.Optional;
import loalang.controller.accounts.AccountCard;
import loalang.controller.accounts.OwnDesk;
import loalang.controller.accounts.Session;
import loalang.controller.console.frame.SquareCode;
import loalang.protocol.Problem;

/**
 * One's own account.
 *
 * @param card the account
 * @param sessions where one is logged in
 * @param here the session that looks
 * @param fresh a second factor that waits for its first code
 * @param recovery codes that are shown once, empty otherwise
 * @param problem why something was not done
 */
public record OwnPage(
    AccountCard card,
    List<Session> sessions,
    String here,
    Optional<OwnDesk.NewFactor> fresh,
    List<String> recovery,
    Optional<Problem> problem) {
  public OwnPage {
    sessions = List.copyOf(sessions);
    recovery = List.copyOf(recovery);
  }

  /** What an authenticator takes a picture of. */
  public SquareCode picture() {
    return SquareCode.of(fresh.orElseThrow().uri());
  }

  OwnPage showing(OwnDesk.NewFactor factor) {
    return new OwnPage(card, sessions, here, Optional.of(factor), recovery, problem);
  }

  OwnPage handing(List<String> codes) {
    return new OwnPage(card, sessions, here, fresh, codes, problem);
  }

  OwnPage refused(Problem why) {
    return new OwnPage(card, sessions, here, fresh, recovery, Optional.of(why));
  }
}
