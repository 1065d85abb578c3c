// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account, without anything that opens it.
 *
 * @param name what its owner logs in with
 * @param grants what they are, and where
 * @param created when it was made
 * @param disabled since when nobody logs in with it; empty if it works
 * @param oneTimeUntil until when its one-time password opens it; empty if its owner chose one
 * @param hasTotp whether it asks for a second factor
 */
public record AccountCard(
    String name,
    List<Grant> grants,
    Instant created,
    Optional<Instant> disabled,
    Optional<Instant> oneTimeUntil,
    boolean hasTotp) {
  public AccountCard {
    grants = List.copyOf(grants);
  }

  /** True if it can be used and may manage accounts. */
  boolean isWorkingAdmin() {
    return disabled.isEmpty() && grants.stream().anyMatch(grant -> grant.role() == Role.ADMIN);
  }

  /** Its owner, as the rule of who may sees them. */
  Actor.Person person() {
    return new Actor.Person(name, grants, oneTimeUntil.isPresent());
  }
}
