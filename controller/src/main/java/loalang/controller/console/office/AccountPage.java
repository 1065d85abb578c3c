// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.List;
import java.util.Optional;
import loalang.controller.accounts.AccountCard;
import loalang.controller.accounts.Session;
import loalang.controller.console.frame.ZoneChoice;
import loalang.protocol.Problem;

/**
 * One account.
 *
 * @param card the account
 * @param sessions where its owner is logged in
 * @param zones a role can be limited to
 * @param form its roles as ticked
 * @param problem why something was not done
 */
public record AccountPage(
    AccountCard card,
    List<Session> sessions,
    List<ZoneChoice> zones,
    GrantsForm form,
    Optional<Problem> problem) {
  public AccountPage {
    sessions = List.copyOf(sessions);
    zones = List.copyOf(zones);
  }
}
