// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import loalang.agent.broker.OfficeLink;
import loalang.agent.clock.NodeClock;
import loalang.agent.clock.Questions;
import loalang.agent.clock.Sample;
import loalang.protocol.SpeakerId;
import loalang.protocol.clock.ClockQuestion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the office for the time. Not thread-safe: the agent thread only. */
final class ClockDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ClockDesk.class);
  private static final int MOST_OPEN = 4;

  private final SpeakerId speaker;
  private final NodeClock clock;
  private final OfficeLink link;
  private final Trust trust;
  private final RandomGenerator random;
  private final Map<String, Long> open = new LinkedHashMap<>();
  private @Nullable Questions questions; // null while nobody would hear the answer

  ClockDesk(NodeParts parts, OfficeLink link, Trust trust) {
    this.speaker = parts.identity().station().speaker();
    this.clock = parts.clock();
    this.random = parts.random();
    this.link = link;
    this.trust = trust;
  }

  /** The broker lets us hear the answers: questions make sense on this connection. */
  void offered() {
    questions = Questions.from(clock.nanos(), random.nextDouble());
    timePassed(Optional.empty());
  }

  void disconnected() {
    questions = null;
    open.clear();
  }

  /** Asks, if it is time to; more often when something is to start soon. */
  void timePassed(Optional<Instant> nextStart) {
    if (questions == null) {
      return;
    }
    long now = clock.nanos();
    questions = questions.beforeStart(nextStart.map(clock::nanosAt), now);
    if (!questions.isDue(now)) {
      return;
    }
    questions = questions.asked(now);
    byte[] nonce = new byte[18];
    random.nextBytes(nonce);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    while (open.size() >= MOST_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
    open.put(name, clock.nanos());
    link.askTime(new ClockQuestion(speaker, name));
  }

  /** When the next question is due; empty if it would not be heard. */
  Optional<Instant> nextAsk() {
    return Optional.ofNullable(questions)
        .map(row -> clock.instant().plusNanos(row.next() - clock.nanos()));
  }

  /** An answer, and our counter when it came. Each question counts one answer. */
  void answered(byte[] payload, long heardNanos, Health health) {
    var answer = trust.word().time(payload);
    if (answer.isEmpty()) {
      health.unverified("CLOCK_ANSWER_UNVERIFIED");
      return;
    }
    Long askedNanos = open.remove(answer.get().nonce());
    if (askedNanos == null) {
      LOG.debug("speaker={} an answer nobody asked for", speaker);
      return;
    }
    Sample.of(askedNanos, answer.get(), heardNanos).ifPresent(clock::learn);
  }
}
