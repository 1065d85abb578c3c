// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Instant;
import loalang.protocol.SpeakerId;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/** What the state message says. Not thread-safe: the agent thread only. */
final class Health {
  private final SpeakerId speaker;
  private final String version;
  private final String audioOutput;
  private long ordersUnverified;
  private boolean changed;
  private @Nullable String lastUnverified;
  private @Nullable String trouble;

  Health(SpeakerId speaker, String version, String audioOutput) {
    this.speaker = speaker;
    this.version = version;
    this.audioOutput = audioOutput;
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

  byte[] state(Link link, @Nullable Instant at, long reportsWaiting) {
    return Wire.STATE.encode(
        new SpeakerState(
            speaker,
            link,
            at,
            version,
            audioOutput,
            ordersUnverified,
            lastUnverified,
            reportsWaiting,
            trouble));
  }
}
