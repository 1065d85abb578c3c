// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import loalang.protocol.SpeakerId;

/**
 * How often poles are answered: each as it asks, two rows of questions and then one a second, and
 * all together as often as an office can sign beside its work. Not thread-safe; told the time.
 */
final class QuestionLimit {
  static final Rate EACH = new Rate(30, 1);
  static final Rate ALL = new Rate(400, 300);

  private final Map<SpeakerId, Allowance> allowances = new HashMap<>();
  private Allowance all = new Allowance(ALL, ALL.atOnce(), Instant.EPOCH);

  /** What may come at once and, after that, each second. */
  record Rate(int atOnce, int aSecond) {}

  /** Whether a question may be answered. */
  enum Answer {
    YES,
    ASKS_TOO_OFTEN,
    OFFICE_BUSY
  }

  private record Allowance(Rate rate, double left, Instant at) {
    Allowance at(Instant now) {
      double grown = Duration.between(at, now).toMillis() * rate.aSecond() / 1e3;
      return new Allowance(rate, Math.min(rate.atOnce(), left + Math.max(0, grown)), now);
    }

    boolean some() {
      return left >= 1;
    }

    Allowance less() {
      return new Allowance(rate, left - 1, at);
    }
  }

  /** A question is counted if it may be answered. */
  Answer judge(SpeakerId speaker, Instant now) {
    Allowance its =
        allowances.getOrDefault(speaker, new Allowance(EACH, EACH.atOnce(), now)).at(now);
    all = all.at(now);
    if (!its.some()) {
      return Answer.ASKS_TOO_OFTEN;
    }
    if (!all.some()) {
      return Answer.OFFICE_BUSY;
    }
    allowances.put(speaker, its.less());
    all = all.less();
    return Answer.YES;
  }
}
