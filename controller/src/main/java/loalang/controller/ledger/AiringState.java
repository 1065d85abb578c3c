// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;

/**
 * How far one airing has come on one speaker, as far as the office can prove it. Each state offers
 * its legal exits and no other; what is reported besides changes nothing.
 */
public sealed interface AiringState {

  /** The word by which lists and the API name the state. */
  String word();

  /** True if nothing more is to come; only {@link Missing} and a refusal can still be corrected. */
  default boolean isFinal() {
    return false;
  }

  /** True if the whole recording was consumed by the audio device. */
  default boolean isRendered() {
    return false;
  }

  /** When the first frame went to the audio device, by the node's clock. */
  default Optional<Instant> startedAt() {
    return Optional.empty();
  }

  /** Why it did not play, as a stable code; empty if it played or is still open. */
  default Optional<String> reason() {
    return Optional.empty();
  }

  /** States from which a node's word still counts. */
  sealed interface Open extends AiringState {
    /** The order is in the node's journal. */
    default AiringState accepted(Instant at) {
      return new Accepted(at);
    }

    /** The recording is whole on the node. */
    default AiringState ready(Instant at) {
      return new Ready(at);
    }

    /** The first frame went to the audio device. */
    default AiringState started(Instant when) {
      return new Started(when);
    }

    /** The node does not obey. */
    default AiringState refused(Instant at, RefusalReason why) {
      return this; // after the order was accepted, a second copy's refusal says nothing
    }

    /** It is over. */
    default AiringState ended(Ending ending) {
      return new Ended(startedAt(), ending);
    }

    /** The deadline passed without an end. */
    default AiringState missing(Instant deadline) {
      return new Missing(deadline, this);
    }
  }

  /** The order is on its way; nothing is known. */
  record Expected() implements Open {
    @Override
    public String word() {
      return "expected";
    }

    @Override
    public AiringState refused(Instant at, RefusalReason why) {
      return new Refused(at, why);
    }
  }

  /**
   * The order survives a power cut on the node.
   *
   * @param at by the node's clock
   */
  record Accepted(Instant at) implements Open {
    @Override
    public String word() {
      return "accepted";
    }

    @Override
    public AiringState accepted(Instant again) {
      return this;
    }
  }

  /**
   * The recording is whole on the node and its digest is right.
   *
   * @param at by the node's clock
   */
  record Ready(Instant at) implements Open {
    @Override
    public String word() {
      return "ready";
    }

    @Override
    public AiringState accepted(Instant again) {
      return this;
    }

    @Override
    public AiringState ready(Instant again) {
      return this;
    }
  }

  /**
   * It sounds.
   *
   * @param since by the node's clock
   */
  record Started(Instant since) implements Open {
    @Override
    public String word() {
      return "started";
    }

    @Override
    public Optional<Instant> startedAt() {
      return Optional.of(since);
    }

    @Override
    public AiringState accepted(Instant again) {
      return this;
    }

    @Override
    public AiringState ready(Instant again) {
      return this;
    }

    @Override
    public AiringState started(Instant again) {
      return this; // a node starts an airing at most once
    }
  }

  /**
   * The node would not obey; final unless the order, sent again, is accepted after all.
   *
   * @param at by the node's clock
   * @param why its reason
   */
  record Refused(Instant at, RefusalReason why) implements Open {
    @Override
    public String word() {
      return "failed";
    }

    @Override
    public boolean isFinal() {
      return true;
    }

    @Override
    public Optional<String> reason() {
      return Optional.of("REFUSED_" + why.name());
    }

    @Override
    public AiringState missing(Instant deadline) {
      return this; // its end is known
    }
  }

  /**
   * The deadline passed and the node had not told the end; a late report corrects it.
   *
   * @param since the deadline
   * @param last how far it was known to have come
   */
  record Missing(Instant since, AiringState last) implements Open {
    @Override
    public String word() {
      return "missing";
    }

    @Override
    public boolean isFinal() {
      return true;
    }

    @Override
    public Optional<String> reason() {
      return Optional.of("SILENT_SINCE_" + last.word().toUpperCase(Locale.ROOT));
    }

    @Override
    public Optional<Instant> startedAt() {
      return last.startedAt();
    }

    @Override
    public AiringState missing(Instant again) {
      return this;
    }
  }

  /**
   * How it ended.
   *
   * @param outcome the node's word
   * @param framesDue what playing it whole takes, at 48,000 frames a second
   * @param framesRendered what the audio device consumed
   * @param at by the node's clock
   */
  record Ending(Outcome outcome, long framesDue, long framesRendered, Instant at) {}

  /**
   * It is over; nothing changes it any more.
   *
   * @param startedAt empty if it never sounded
   * @param ending how
   */
  record Ended(Optional<Instant> startedAt, Ending ending) implements AiringState {
    @Override
    public String word() {
      return switch (ending.outcome()) {
        case PLAYED -> "played";
        case PARTIAL -> "partial";
        case PREEMPTED -> "pre-empted";
        case SKIPPED_LATE,
            SKIPPED_QUIET_HOURS,
            SKIPPED_STOPPED,
            SKIPPED_WITHDRAWN,
            SKIPPED_SILENCED,
            SKIPPED_CLOCK_UNKNOWN ->
            "skipped";
        case FAILED_RECORDING_MISSING,
            FAILED_RECORDING_UNREADABLE,
            FAILED_AUDIO_DEVICE,
            FAILED_NOT_RENDERED,
            FAILED_DISK_FULL ->
            "failed";
      };
    }

    @Override
    public boolean isFinal() {
      return true;
    }

    @Override
    public Optional<String> reason() {
      return isRendered() ? Optional.empty() : Optional.of(ending.outcome().name());
    }

    @Override
    public boolean isRendered() {
      return ending.outcome() == Outcome.PLAYED;
    }
  }
}
