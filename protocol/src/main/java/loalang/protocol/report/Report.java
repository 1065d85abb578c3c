// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Volume;
import loalang.protocol.order.Issuer;
import org.jspecify.annotations.Nullable;

/** A thing that happened on a node. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Report.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Report.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Report.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Report.Started.class, name = "started"),
  @JsonSubTypes.Type(value = Report.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Report.Heard.class, name = "heard"),
  @JsonSubTypes.Type(value = Report.PlanHeld.class, name = "plan-held"),
  @JsonSubTypes.Type(value = Report.PlanRefused.class, name = "plan-refused"),
  @JsonSubTypes.Type(value = Report.OrderObeyed.class, name = "order-obeyed"),
  @JsonSubTypes.Type(value = Report.OrderRefused.class, name = "order-refused"),
  @JsonSubTypes.Type(value = Report.KeysAdopted.class, name = "keys-adopted"),
  @JsonSubTypes.Type(value = Report.SelfTested.class, name = "self-tested")
})
public sealed interface Report {

  /** A thing that happened to one airing. */
  sealed interface OfAiring extends Report {
    /** The airing it is about. */
    AiringId airing();
  }

  /**
   * The order was verified and written to the node's journal; it survives a power cut from here on.
   *
   * @param sequence the warrant's
   */
  record Accepted(AiringId airing, long sequence) implements OfAiring {}

  /**
   * The order was genuine but must not be obeyed. Orders whose signature does not hold are only
   * counted in the state, so that a stranger cannot fill the journal.
   *
   * @param sequence the warrant's
   */
  record Refused(AiringId airing, long sequence, RefusalReason reason) implements OfAiring {}

  /** The recording is whole on the node and its digest is right. */
  record Ready(AiringId airing, Digest recording) implements OfAiring {}

  /**
   * The first frame went to the audio device.
   *
   * @param startedAt by the node's clock
   */
  record Started(AiringId airing, Instant startedAt) implements OfAiring {}

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
      implements OfAiring {
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

  /**
   * What a microphone at the loudspeaker heard of an airing. It proves sound in the air, which
   * {@link Ended} does not, and proves nothing about frames. Said after the end, once, by a node
   * that was told to listen and could.
   *
   * @param chirp the chirp of the chime, where it was found best; null if it was not found
   * @param programmeDbfs mean level while it sounded, {@value #SILENCE_DBFS} to 0 dB of full scale
   * @param roomDbfs mean level just before, same range; null if there was no time to listen
   * @param howling true if one tone grew and stayed, as when a microphone hears its loudspeaker
   * @throws IllegalArgumentException if a level is out of range
   */
  record Heard(
      AiringId airing,
      @Nullable Match chirp,
      int programmeDbfs,
      @Nullable Integer roomDbfs,
      boolean howling)
      implements OfAiring {
    /** What 16 bit can tell from nothing. */
    public static final int SILENCE_DBFS = -96;

    /**
     * Where the chirp was found.
     *
     * @param correlationPercent how like the chirp it is: 0 to 100
     * @param offsetMillis after the start of the airing by the node's clock; may be a little early
     *     or late by what sound card and microphone delay
     * @throws IllegalArgumentException if the likeness is out of range
     */
    public record Match(int correlationPercent, int offsetMillis) {
      public Match {
        if (correlationPercent < 0 || correlationPercent > 100) {
          throw new IllegalArgumentException(
              "A likeness is 0 to 100 %%, was %d.".formatted(correlationPercent));
        }
      }
    }

    public Heard {
      if (!isLevel(programmeDbfs) || (roomDbfs != null && !isLevel(roomDbfs))) {
        throw new IllegalArgumentException(
            "Levels are %d to 0 dB of full scale, were %d and %s."
                .formatted(SILENCE_DBFS, programmeDbfs, roomDbfs));
      }
    }

    private static boolean isLevel(int decibels) {
      return decibels >= SILENCE_DBFS && decibels <= 0;
    }
  }

  /**
   * A day's plan was verified and written to the node's journal, or its readiness has changed.
   *
   * @param plays how many of its airings are this node's; 0 or more
   * @param lacking those of them whose recording is not whole here yet, the earliest at most
   *     {@value #MOST_LACKING}; none means ready for the day
   * @throws IllegalArgumentException if more are lacking than there are
   */
  record PlanHeld(LocalDate date, long edition, int plays, List<AiringId> lacking)
      implements Report {
    /** A report stays small however large the plan. */
    public static final int MOST_LACKING = 64;

    public PlanHeld {
      lacking = List.copyOf(lacking);
      if (edition < 1 || lacking.size() > Math.min(plays, MOST_LACKING)) {
        throw new IllegalArgumentException(
            "Edition %d with %d airings cannot lack %d.".formatted(edition, plays, lacking.size()));
      }
    }
  }

  /** A day's plan was genuine but must not be obeyed. */
  record PlanRefused(LocalDate date, long edition, RefusalReason reason) implements Report {}

  /**
   * An order that is about no airing was carried out.
   *
   * @param sequence the warrant's
   * @param volume what the node plays at from now on, if the order was about that; null if it was
   *     not, or from a node of an earlier version
   */
  record OrderObeyed(long sequence, @Nullable Volume volume) implements Report {
    /** An order that was not about volume. */
    public OrderObeyed(long sequence) {
      this(sequence, null);
    }
  }

  /**
   * The node looked itself over as it was told to.
   *
   * @param sequence the warrant's
   * @param checks what it looked at, at most {@value #MOST_CHECKS}
   * @throws IllegalArgumentException if there are more
   */
  record SelfTested(long sequence, List<SelfCheck> checks) implements Report {
    /** A report stays small. */
    public static final int MOST_CHECKS = 32;

    public SelfTested {
      checks = List.copyOf(checks);
      if (checks.size() > MOST_CHECKS) {
        throw new IllegalArgumentException(
            "A self-test has at most %d checks, was %d.".formatted(MOST_CHECKS, checks.size()));
      }
    }
  }

  /**
   * An order that is about no airing was genuine but must not be obeyed.
   *
   * @param sequence the warrant's
   */
  record OrderRefused(long sequence, RefusalReason reason) implements Report {}

  /** From now on the node obeys the keys of that edition. */
  record KeysAdopted(Issuer level, long edition) implements Report {}
}
