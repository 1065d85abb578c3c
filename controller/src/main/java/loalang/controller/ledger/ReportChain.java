// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loalang.protocol.Digest;

/**
 * The rules of a node's chain of reports: each names the digest of the one before. Pure.
 *
 * <p>A fault is recorded and the report counts nevertheless: its own signature holds, and what is
 * in doubt is only whether something was removed.
 */
public final class ReportChain {
  private ReportChain() {}

  /** What can be wrong with a chain. The names in lower case are those of the rows. */
  public enum Fault {
    /** Reports before this one have not arrived. */
    GAP,
    /** It names another predecessor than the one that is stored. */
    BROKEN,
    /** Another report with the same number is stored. */
    FORKED;

    String rowName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One link as stored or arriving.
   *
   * @param number its place
   * @param previous what it says the one before was
   * @param digest what it is
   */
  public record LinkOfChain(long number, Optional<Digest> previous, Digest digest) {}

  /**
   * What is wrong with an arriving link.
   *
   * @param same the stored link with the same number
   * @param before the stored link with the number before
   * @param after the stored link with the number after
   */
  public static List<Fault> faults(
      LinkOfChain arriving,
      Optional<LinkOfChain> same,
      Optional<LinkOfChain> before,
      Optional<LinkOfChain> after) {
    if (same.isPresent()) {
      return same.get().digest().equals(arriving.digest()) ? List.of() : List.of(Fault.FORKED);
    }
    List<Fault> faults = new ArrayList<>();
    if (arriving.number() > 1 && before.isEmpty()) {
      faults.add(Fault.GAP);
    }
    if (!joins(before, arriving) || after.filter(next -> !joins(arriving, next)).isPresent()) {
      faults.add(Fault.BROKEN);
    }
    return faults;
  }

  private static boolean joins(Optional<LinkOfChain> before, LinkOfChain link) {
    return before.isEmpty() || joins(before.get(), link);
  }

  private static boolean joins(LinkOfChain before, LinkOfChain link) {
    return link.previous().equals(Optional.of(before.digest()));
  }
}
