// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.controller.accounts.Permission.Extent;
import loalang.controller.audit.Author;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;

/** Whoever asks the office for something, and what they may. A pure rule. */
public sealed interface Actor {

  /** The name in histories. */
  String name();

  /** Why this is not allowed at all, wherever; empty if it is somewhere. */
  Optional<Problem> refusal(Permission permission);

  /** Why this is not allowed in one of these zones; empty if it is in all. */
  Optional<Problem> refusal(Permission permission, Set<PagingZone> zones);

  /** Nobody who is known. */
  record Stranger() implements Actor {
    @Override
    public String name() {
      return "stranger";
    }

    @Override
    public Optional<Problem> refusal(Permission permission) {
      return permission.extent() == Extent.ANYONE
          ? Optional.empty()
          : Optional.of(
              new Problem(
                  "LOGIN_NEEDED",
                  "Nobody is logged in.",
                  "Log in on the page, or send the text of the file cli-token as a bearer token."));
    }

    @Override
    public Optional<Problem> refusal(Permission permission, Set<PagingZone> zones) {
      return refusal(permission);
    }
  }

  /** Whoever may read the office's files: the owner of the machine. */
  record CommandLine() implements Actor {
    @Override
    public String name() {
      return Author.COMMAND_LINE;
    }

    @Override
    public Optional<Problem> refusal(Permission permission) {
      return permission == Permission.KEEP_OWN_ACCOUNT
          ? Optional.of(
              new Problem(
                  "NOT_AN_ACCOUNT",
                  "The command line has no password, second factor or sessions of its own.",
                  "Name an account: ./loa account --help."))
          : Optional.empty();
    }

    @Override
    public Optional<Problem> refusal(Permission permission, Set<PagingZone> zones) {
      return refusal(permission);
    }
  }

  /**
   * Somebody with an account.
   *
   * @param name of the account
   * @param grants what they are, and where
   * @param hasOneTimePassword whether they must choose a password before anything else
   */
  record Person(String name, List<Grant> grants, boolean hasOneTimePassword) implements Actor {
    public Person {
      grants = List.copyOf(grants);
    }

    @Override
    public Optional<Problem> refusal(Permission permission) {
      return switch (permission.extent()) {
        case ANYONE, LOGGED_IN -> Optional.empty();
        case SOMEWHERE, ZONES -> unless(permission, granting(permission).findAny().isPresent());
        case WHOLE_COMMUNE ->
            unless(permission, granting(permission).anyMatch(Grant::isForWholeCommune));
      };
    }

    @Override
    public Optional<Problem> refusal(Permission permission, Set<PagingZone> zones) {
      if (permission.extent() != Extent.ZONES) {
        return refusal(permission);
      }
      // Several roles may add up: head of one hamlet, officer of another.
      boolean covered =
          granting(permission).anyMatch(Grant::isForWholeCommune)
              || (!zones.isEmpty()
                  && zones.stream()
                      .allMatch(
                          zone -> granting(permission).anyMatch(g -> g.covers(Set.of(zone)))));
      return hasOneTimePassword
          ? Optional.of(passwordFirst())
          : covering(permission, zones, covered);
    }

    private Stream<Grant> granting(Permission permission) {
      return grants.stream().filter(grant -> permission.isFor(grant.role()));
    }

    private Optional<Problem> unless(Permission permission, boolean isAllowed) {
      if (hasOneTimePassword) {
        return Optional.of(passwordFirst());
      }
      return isAllowed ? Optional.empty() : Optional.of(notAllowed(permission, ""));
    }

    private Optional<Problem> covering(
        Permission permission, Set<PagingZone> zones, boolean isCovered) {
      return isCovered ? Optional.empty() : Optional.of(notAllowed(permission, " in " + zones));
    }

    private Problem notAllowed(Permission permission, String where) {
      String may =
          Stream.of(Role.values())
              .filter(permission::isFor)
              .map(Role::word)
              .collect(Collectors.joining(", "));
      String whole = permission.extent() == Extent.WHOLE_COMMUNE ? " of the whole commune" : "";
      return new Problem(
          "NOT_ALLOWED",
          "\"%s\" may not %s%s."
              .formatted(
                  name,
                  permission.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                  where),
          "These roles may%s: %s. An admin grants them.".formatted(whole, may));
    }

    private Problem passwordFirst() {
      return new Problem(
          "PASSWORD_CHANGE_NEEDED",
          "\"%s\" has a one-time password.".formatted(name),
          "Choose a password first: PUT /api/v1/me/password.");
    }
  }
}
