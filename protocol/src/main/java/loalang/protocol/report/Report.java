// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;

/** A thing that happened on a node. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Report.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Report.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Report.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Report.Started.class, name = "started"),
  @JsonSubTypes.Type(value = Report.Ended.class, name = "ended")
})
public sealed interface Report {

  /** The airing it is about. */
  AiringId airing();

  /**
   * The order was verified and written to the node's journal; it survives a power cut from here on.
   *
   * @param sequence the warrant's
   */
  record Accepted(AiringId airing, long sequence) implements Report {}

  /**
   * The order was genuine but must not be obeyed. Orders whose signature does not hold are only
   * counted in the state, so that a stranger cannot fill the journal.
   *
   * @param sequence the warrant's
   */
  record Refused(AiringId airing, long sequence, RefusalReason reason) implements Report {}

  /** The recording is whole on the node and its digest is right. */
  record Ready(AiringId airing, Digest recording) implements Report {}

  /**
   * The first frame went to the audio device.
   *
   * @param startedAt by the node's clock
   */
  record Started(AiringId airing, Instant startedAt) implements Report {}

  /**
   * It is over, however it ended.
   *
   * @param framesDue what playing it whole takes, at 48,000 frames a second; 0 if it never came to
   *     be known
   * @param framesRendered what the audio device really consumed: 0 to framesDue, ends allowed
   * @param endedAt by the node's clock
   * @throws IllegalArgumentException if a count is out of range, or if {@link Outcome#PLAYED} is
   *     claimed with fewer frames than due
   */
  record Ended(
      AiringId airing, Outcome outcome, long framesDue, long framesRendered, Instant endedAt)
      implements Report {
    public Ended {
      if (framesRendered < 0 || framesRendered > framesDue) {
        throw new IllegalArgumentException(
            "Rendered frames are 0 to %d, was %d.".formatted(framesDue, framesRendered));
      }
      if (outcome == Outcome.PLAYED && (framesDue == 0 || framesRendered < framesDue)) {
        throw new IllegalArgumentException(
            "Played means every frame was consumed, was %d of %d."
                .formatted(framesRendered, framesDue));
      }
    }
  }
}
