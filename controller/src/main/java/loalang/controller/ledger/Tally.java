// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.protocol.Problem;

/**
 * One airing in a list: how many of its speakers came how far.
 *
 * @param planned as it was asked for
 * @param ordered when the order went out; empty while it waits
 * @param deadlinePassed the deadline, once it is past
 * @param stopped when an officer stopped it
 * @param skipped why it was never ordered
 * @param length of the recording that was ordered; empty if that is not known
 * @param groups of speakers that came equally far, in the order of the states
 */
public record Tally(
    PlannedAiring planned,
    Optional<Instant> ordered,
    Optional<Instant> deadlinePassed,
    Optional<Instant> stopped,
    Optional<Problem> skipped,
    Optional<Duration> length,
    List<Group> groups) {
  public Tally {
    groups = List.copyOf(groups);
  }

  /**
   * Speakers that came equally far for the same reason.
   *
   * @param word of their state
   * @param reason why they did not play; empty if there is none
   * @param colour good, bad or open
   * @param count 1 or more
   */
  public record Group(String word, Optional<String> reason, String colour, int count) {
    static Group of(AiringState state, int count) {
      String ended = state.isRendered() ? "good" : "bad";
      return new Group(state.word(), state.reason(), state.isFinal() ? ended : "open", count);
    }
  }

  /** How many speakers tell about it. */
  public int speakers() {
    return groups.stream().mapToInt(Group::count).sum();
  }

  /** How many speakers were to play; of what was withdrawn only those that played nevertheless. */
  public int expected() {
    return skipped.isPresent() ? rendered() : speakers();
  }

  /** How many rendered every frame. */
  public int rendered() {
    return groups.stream()
        .filter(group -> group.colour().equals("good"))
        .mapToInt(Group::count)
        .sum();
  }

  /** The word for the whole: planned, skipped, stopped, on-air or done. */
  public String word() {
    if (skipped.isPresent()) {
      return "skipped";
    }
    if (ordered.isEmpty()) {
      return stopped.isPresent() ? "stopped" : "planned";
    }
    return groups.stream().anyMatch(group -> group.colour().equals("open")) ? "on-air" : "done";
  }

  boolean has(String state) {
    return word().equals(state) || groups.stream().anyMatch(group -> group.word().equals(state));
  }
}
