// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.state;

import java.time.Instant;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import org.jspecify.annotations.Nullable;

/**
 * How a node is.
 *
 * @param speaker which
 * @param link online, or lost when the broker publishes the node's will
 * @param at when it was written, by the node's clock; null in a will, which is written beforehand
 * @param agentVersion of the program on the pole
 * @param audioOutput what plays, as a technician reads it: {@code alsa:default}, {@code file:…}
 * @param ordersUnverified how many messages were thrown away because their signature did not hold,
 *     since the agent started; 0 or more
 * @param lastUnverified the reason of the newest of them; null if there is none
 * @param reportsWaiting how many reports the office has not acknowledged; 0 or more
 * @param trouble the code of what does not work on the node now, {@code KEYS_NOT_STORED}; null if
 *     nothing is wrong that the node knows of
 * @param volume what it plays at now; null from a node of an earlier version, which knows no hours
 *     and no self-test either
 * @param machine how its machine is; null from a node of an earlier version
 * @throws IllegalArgumentException if a count is negative
 */
public record SpeakerState(
    SpeakerId speaker,
    Link link,
    @Nullable Instant at,
    String agentVersion,
    String audioOutput,
    long ordersUnverified,
    @Nullable String lastUnverified,
    long reportsWaiting,
    @Nullable String trouble,
    @Nullable Volume volume,
    @Nullable Machine machine) {

  /** A node of an earlier version. */
  public SpeakerState(
      SpeakerId speaker,
      Link link,
      @Nullable Instant at,
      String agentVersion,
      String audioOutput,
      long ordersUnverified,
      @Nullable String lastUnverified,
      long reportsWaiting,
      @Nullable String trouble) {
    this(
        speaker,
        link,
        at,
        agentVersion,
        audioOutput,
        ordersUnverified,
        lastUnverified,
        reportsWaiting,
        trouble,
        null,
        null);
  }

  /** A node that knows of no trouble. */
  public SpeakerState(
      SpeakerId speaker,
      Link link,
      @Nullable Instant at,
      String agentVersion,
      String audioOutput,
      long ordersUnverified,
      @Nullable String lastUnverified,
      long reportsWaiting) {
    this(
        speaker,
        link,
        at,
        agentVersion,
        audioOutput,
        ordersUnverified,
        lastUnverified,
        reportsWaiting,
        null);
  }

  public SpeakerState {
    if (ordersUnverified < 0 || reportsWaiting < 0) {
      throw new IllegalArgumentException(
          "Counts are 0 or more, was %d and %d.".formatted(ordersUnverified, reportsWaiting));
    }
  }
}
