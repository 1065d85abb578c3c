// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * Follows the chain from its first row and finds where it does not hold. Rows are given in order,
 * one at a time, so that a log of any length can be followed. One thread.
 */
final class AuditChain {
  private long number;
  private String digest = "";

  /** What is wrong with the next row; empty if it holds. */
  Optional<Problem> follow(AuditEntry entry) {
    if (entry.number() != number + 1) {
      return broken(number + 1, "is missing; the next one is %d".formatted(entry.number()));
    }
    if (!entry.links().previous().equals(digest)) {
      return broken(entry.number(), "does not follow the one before it");
    }
    if (!entry.isWhole()) {
      return broken(entry.number(), "was changed");
    }
    number = entry.number();
    digest = entry.links().digest();
    return Optional.empty();
  }

  /** What is wrong with the end: the office remembers how many rows it wrote, and the last. */
  Optional<Problem> end(long written, String last) {
    return number == written && digest.equals(last)
        ? Optional.empty()
        : broken(number + 1, "is missing; %d were written".formatted(written));
  }

  long number() {
    return number;
  }

  String digest() {
    return digest;
  }

  private static Optional<Problem> broken(long number, String how) {
    return Optional.of(
        new Problem(
            "AUDIT_BROKEN",
            "Row %d of the audit log %s.".formatted(number, how),
            "Somebody changed the database past the office: compare it with a backup or an"
                + " earlier export."));
  }
}
