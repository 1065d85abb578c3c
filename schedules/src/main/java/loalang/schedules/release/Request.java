// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.release;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * One of two people has asked. Nothing sounds by it.
 *
 * @param what which airing
 * @param hold the rule to set aside
 * @param asked who asked
 */
public record Request(Wanted what, Hold hold, Signature asked) {

  /** Why this person may not be the second, or empty if they may. */
  public Optional<Problem> refusal(Signature second) {
    if (second.isOfSamePersonAs(asked)) {
      return Optional.of(
          new Problem(
              "RELEASE_SAME_PERSON",
              "\"%s\" asked for \"%s\" and cannot release it too."
                  .formatted(second.name(), what.airing()),
              "Let another person who may approve release it."));
    }
    return second.at().isBefore(asked.at())
        ? Optional.of(
            new Problem(
                "RELEASE_BEFORE_REQUEST",
                "\"%s\" was released at %s and asked for at %s."
                    .formatted(what.airing(), second.at(), asked.at()),
                "Set the clock right and release it again."))
        : Optional.empty();
  }

  /**
   * The second person lets it through.
   *
   * @throws IllegalArgumentException if {@link #refusal} has an answer
   */
  public Release releasedBy(Signature second) {
    return new Release(this, second);
  }
}
