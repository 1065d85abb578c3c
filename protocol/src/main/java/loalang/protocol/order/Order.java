// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import loalang.protocol.AiringId;
import loalang.protocol.Gain;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.Volume;
import org.jspecify.annotations.Nullable;

/**
 * A thing to do. Every order about sound names its airing, so that the node can report about it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Order.Play.class, name = "play"),
  @JsonSubTypes.Type(value = Order.Stop.class, name = "stop"),
  @JsonSubTypes.Type(value = Order.SetGain.class, name = "set-gain"),
  @JsonSubTypes.Type(value = Order.Silence.class, name = "silence"),
  @JsonSubTypes.Type(value = Order.SelfTest.class, name = "self-test")
})
public sealed interface Order {

  /**
   * Play a recording once.
   *
   * @param airing what the reports will be about; a node starts an airing at most once, ever
   * @param recording what to play; fetched first if the node lacks it
   * @param startAt when to start; a past instant means at once
   * @param latestStart the late rule: after this instant the item is stale and never sounds
   * @param priority decides who interrupts whom, and who is heard in quiet hours
   * @param release the two people who let it out; null if it needs none
   * @throws IllegalArgumentException if latestStart is before startAt
   */
  record Play(
      AiringId airing,
      RecordingRef recording,
      Instant startAt,
      Instant latestStart,
      Priority priority,
      @Nullable Release release)
      implements Order {

    /** Play a recording once; nobody had to release it. */
    public Play(
        AiringId airing,
        RecordingRef recording,
        Instant startAt,
        Instant latestStart,
        Priority priority) {
      this(airing, recording, startAt, latestStart, priority, null);
    }

    public Play {
      if (latestStart.isBefore(startAt)) {
        throw new IllegalArgumentException(
            "The latest start is not before the start, was %s to %s."
                .formatted(startAt, latestStart));
      }
    }

    /** The same, let out by these two people. */
    public Play releasedBy(Release two) {
      return new Play(airing, recording, startAt, latestStart, priority, two);
    }
  }

  /**
   * Be silent about one airing: stop it if it sounds, forget it if it waits.
   *
   * @param airing which
   */
  record Stop(AiringId airing) implements Order {}

  /**
   * Play at another level from now on, emergencies too.
   *
   * @param gain relative to the calibrated level
   * @param byHour hours of each day with a gain of their own in its place; null for none. A node of
   *     an earlier version knows of none, and does not name its volume when it answers
   */
  record SetGain(Gain gain, @Nullable List<Volume.Hours> byHour) implements Order {
    /** Play at another level at every hour. */
    public SetGain(Gain gain) {
      this(gain, null);
    }

    public SetGain {
      byHour = byHour == null || byHour.isEmpty() ? null : new Volume(gain, byHour).byHour();
    }

    /** An order of this volume. */
    public static SetGain of(Volume volume) {
      return new SetGain(volume.level(), volume.byHour());
    }

    /** What the node is to play at. */
    public Volume volume() {
      return new Volume(gain, byHour);
    }
  }

  /**
   * Look yourself over without a sound and report what was found. A node of an earlier version does
   * not know this order and says nothing.
   */
  record SelfTest() implements Order {}

  /**
   * Be silent: what sounds is stopped, and nothing begins before that instant, planned or ordered.
   * A later order of silence takes the place of an earlier one.
   *
   * @param until end of the silence, exclusive; a past instant ends a silence that holds
   */
  record Silence(Instant until) implements Order {}
}
