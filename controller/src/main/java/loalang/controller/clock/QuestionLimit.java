// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import loalang.protocol.SpeakerId;

/**
 * How often one speaker is answered: a handful at once, as it asks after a connection, then one
 * every few seconds. Not thread-safe; told the time.
 */
final class QuestionLimit {
  static final int AT_ONCE = 8;
  static final Duration ONE_EVERY = Duration.ofSeconds(5);

  private final Map<SpeakerId, Allowance> allowances = new HashMap<>();

  private record Allowance(double questions, Instant at) {
    Allowance at(Instant now) {
      double grown = Duration.between(at, now).toMillis() / (double) ONE_EVERY.toMillis();
      return new Allowance(Math.min(AT_ONCE, questions + Math.max(0, grown)), now);
    }
  }

  /** True if this question may be answered; it is counted then. */
  boolean permits(SpeakerId speaker, Instant now) {
    Allowance left = allowances.getOrDefault(speaker, new Allowance(AT_ONCE, now)).at(now);
    boolean permitted = left.questions() >= 1;
    allowances.put(speaker, permitted ? new Allowance(left.questions() - 1, now) : left);
    return permitted;
  }
}
