// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clock;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.controller.broker.Incoming;
import loalang.controller.broker.Outgoing;
import loalang.controller.speakers.Roster;
import loalang.protocol.SpeakerId;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells speakers what time it is, signed. On one event loop. */
public final class ClockDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ClockDesk.class);
  private static final Duration ANSWER_LIFE = Duration.ofSeconds(10);

  private final Roster roster;
  private final Voice voice;
  private final InstantSource now;
  private final QuestionLimit limit = new QuestionLimit();

  /**
   * How the office answers.
   *
   * @param topics of the commune
   * @param signer with the office's key of now
   * @param publisher sends to the broker
   */
  public record Voice(
      Topics topics, Supplier<EnvelopeSigner> signer, Function<Outgoing, Future<Void>> publisher) {}

  /** A desk. */
  public ClockDesk(Roster roster, Voice voice, InstantSource now) {
    this.roster = roster;
    this.voice = voice;
    this.now = now;
  }

  /** Takes a question. What is no question, of nobody here, or too much is passed over. */
  public void onQuestion(Incoming message) {
    Optional<SpeakerId> asking = voice.topics().speakerOf(message.topic());
    if (message.kept()
        || asking.flatMap(roster::find).isEmpty()
        || !(Wire.CLOCK_QUESTION.decode(message.payload().getBytes())
            instanceof Decoded.Understood<ClockQuestion> understood)
        || !asking.equals(Optional.of(understood.value().speaker()))) {
      LOG.debug("topic={} CLOCK_QUESTION_MALFORMED", message.topic());
      return;
    }
    switch (limit.judge(asking.get(), message.receivedAt())) {
      case YES -> answer(understood.value(), message.receivedAt());
      case ASKS_TOO_OFTEN -> LOG.warn("speaker={} CLOCK_QUESTIONS_TOO_OFTEN", asking.get());
      case OFFICE_BUSY -> LOG.debug("speaker={} not answered, others are", asking.get());
    }
  }

  // The second instant is read last: signing takes as long as it takes, and is known afterwards
  // only, so the pole's bound, half of the whole way, holds it.
  private void answer(ClockQuestion question, Instant receivedAt) {
    EnvelopeSigner signer = voice.signer().get();
    Instant answeredAt = later(now.instant(), receivedAt);
    ClockAnswer answer =
        new ClockAnswer(question.speaker(), question.nonce(), receivedAt, answeredAt);
    byte[] sealed = signer.seal(MessageType.CLOCK_ANSWER, Wire.CLOCK_ANSWER.encode(answer));
    voice
        .publisher()
        .apply(Outgoing.fleeting(voice.topics().time(question.speaker()), sealed, ANSWER_LIFE))
        .onFailure(e -> LOG.debug("speaker={} not answered", question.speaker(), e));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
