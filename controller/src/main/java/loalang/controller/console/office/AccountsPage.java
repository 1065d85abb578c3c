// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.List;
import java.util.Optional;
import loalang.controller.accounts.AccountCard;
import loalang.controller.console.frame.ZoneChoice;
import loalang.protocol.Problem;

/**
 * Every account, and a form for another.
 *
 * @param accounts by name
 * @param zones a role can be limited to
 * @param name of the new one, as typed
 * @param form its roles
 * @param problem why it was not made
 */
public record AccountsPage(
    List<AccountCard> accounts,
    List<ZoneChoice> zones,
    String name,
    GrantsForm form,
    Optional<Problem> problem) {
  public AccountsPage {
    accounts = List.copyOf(accounts);
    zones = List.copyOf(zones);
  }
}
