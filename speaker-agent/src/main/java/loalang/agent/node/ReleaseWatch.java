// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.util.List;
import loalang.agent.journal.Fact;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.playout.ReleaseRule;
import loalang.agent.playout.Step;
import loalang.protocol.order.Order;

/**
 * Asks for releases as soon as the office has shown that it gives them, and from then on for ever.
 * Not thread-safe: the agent thread only.
 */
final class ReleaseWatch {
  private final NodeParts parts;
  private final Books books;

  ReleaseWatch(NodeParts parts, Books books) {
    this.parts = parts;
    this.books = books;
  }

  /** The rules of a pole that has this to remember. */
  static PlayoutRules rules(NodeParts parts, Standing remembered) {
    boolean strict = parts.learnsRelease() && remembered.releaseSeen();
    return strict ? parts.rules().withRelease(ReleaseRule.STRICT) : parts.rules();
  }

  /** A genuine airing came. */
  void seen(Order.Play play) {
    Standing remembered = books.memory().standing();
    if (play.release() == null || remembered.releaseSeen() || !parts.learnsRelease()) {
      return;
    }
    PlayoutRules strict = parts.rules().withRelease(ReleaseRule.STRICT);
    books.happened(
        (playout, at) ->
            new Change(List.of(new Fact.ReleaseSeen()), new Step(playout.under(strict), List.of())),
        parts.clock().instant());
  }
}
