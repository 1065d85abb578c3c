// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Instant;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/** What the state message says. Not thread-safe: the agent thread only. */
final class Health {
  private final NodeParts parts;
  private long ordersUnverified;
  private boolean changed;
  private @Nullable String lastUnverified;
  private @Nullable String trouble;

  Health(NodeParts parts) {
    this.parts = parts;
  }

  void unverified(String code) {
    ordersUnverified++;
    lastUnverified = code;
    changed = true;
  }

  /** Something does not work, and somebody should know. */
  void troubledBy(String code) {
    changed |= !code.equals(trouble);
    trouble = code;
  }

  void untroubled() {
    changed |= trouble != null;
    trouble = null;
  }

  /** True once after something changed. */
  boolean isNews() {
    boolean news = changed;
    changed = false;
    return news;
  }

  byte[] state(Link link, @Nullable Instant at, Books books) {
    return Wire.STATE.encode(
        new SpeakerState(
            parts.identity().station().speaker(),
            link,
            at,
            parts.version(),
            parts.audioOutput(),
            ordersUnverified,
            lastUnverified,
            books.outbox().size(),
            trouble,
            books.memory().volume(),
            parts.body().machine().get()));
  }
}
