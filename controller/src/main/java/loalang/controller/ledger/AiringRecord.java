// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;

/**
 * One airing in the as-run log.
 *
 * @param planned as it was asked for
 * @param ordered when the order went out; empty while it waits
 * @param deadline by which every speaker must have told its end; empty while it waits
 * @param stopped when an officer stopped it
 * @param skipped why it was never ordered
 * @param speakers how far it has come on each expected speaker, by name
 */
public record AiringRecord(
    PlannedAiring planned,
    Optional<Instant> ordered,
    Optional<Instant> deadline,
    Optional<Instant> stopped,
    Optional<Problem> skipped,
    Map<SpeakerId, AiringState> speakers) {

  /** The word for the whole: planned, skipped, stopped, on-air or done. */
  public String word() {
    if (skipped.isPresent()) {
      return "skipped";
    }
    if (ordered.isEmpty()) {
      return stopped.isPresent() ? "stopped" : "planned";
    }
    return isDone() ? "done" : "on-air";
  }

  /** True if some loudspeaker may sound it still and nobody has stopped it: one can. */
  public boolean isStoppable() {
    return word().equals("on-air") && stopped.isEmpty();
  }

  /** True if every expected speaker has reached its end. */
  public boolean isDone() {
    return ordered.isPresent() && speakers.values().stream().allMatch(AiringState::isFinal);
  }

  /** How many speakers rendered every frame. */
  public long rendered() {
    return speakers.values().stream().filter(AiringState::isRendered).count();
  }

  /**
   * From the order to the last first frame; empty unless all have started, and if they played by
   * their plan while the office was away.
   */
  public Optional<Duration> orderToLastStart() {
    if (ordered.isEmpty() || speakers.isEmpty()) {
      return Optional.empty();
    }
    Instant last = Instant.MIN;
    for (AiringState state : speakers.values()) {
      if (state.startedAt().isEmpty()) {
        return Optional.empty();
      }
      Instant start = state.startedAt().get();
      last = start.isAfter(last) ? start : last;
    }
    return Optional.of(Duration.between(ordered.get(), last)).filter(took -> !took.isNegative());
  }
}
