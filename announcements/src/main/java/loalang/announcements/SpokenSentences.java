// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Shaping;
import loalang.announcements.audio.Tape;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.speech.SpeechDesk;
import loalang.announcements.speech.Utterance;
import loalang.announcements.voice.Voice;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** Speaks and shapes sentences, several at once, and gives them back in their order. */
final class SpokenSentences implements AutoCloseable {
  private static final Shaping SHAPING = new Shaping(ProduceAnnouncement.RATE_HERTZ);

  private final SpeechDesk desk;
  private final ExecutorService pool;

  SpokenSentences(ProductionSettings settings) {
    this.desk = new SpeechDesk(settings.engines());
    AtomicInteger number = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            settings.sentencesAtOnce(),
            work -> {
              Thread thread = new Thread(work, "speech-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Blocks until all are spoken; the first fault ends the rest.
   *
   * @throws ProblemException with a SPEECH_ENGINE code or PRODUCTION_CANCELLED
   */
  List<Pcm> all(List<ScriptSentence> sentences, Voice voice) {
    List<Future<Pcm>> pending = new ArrayList<>();
    for (ScriptSentence sentence : sentences) {
      pending.add(pool.submit(() -> one(sentence, voice)));
    }
    try {
      List<Pcm> spoken = new ArrayList<>();
      for (Future<Pcm> sentence : pending) {
        spoken.add(sentence.get());
      }
      return spoken;
    } catch (ExecutionException e) {
      throw asItWas(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          new Problem(
              "PRODUCTION_CANCELLED",
              "The production was cancelled while sentences were being spoken.",
              "Produce the notice again."),
          e);
    } finally {
      pending.forEach(sentence -> sentence.cancel(true));
    }
  }

  private Pcm one(ScriptSentence sentence, Voice voice) {
    Tape tape = new Tape(ProduceAnnouncement.RATE_HERTZ);
    for (String breath : Breaths.of(sentence.spoken())) {
      int words = breath.split("\\s+").length;
      tape.add(SHAPING.shape(desk.render(new Utterance(breath, words, voice))));
    }
    return tape.whole();
  }

  private static RuntimeException asItWas(ExecutionException wrapped) {
    Throwable cause = wrapped.getCause();
    if (cause instanceof ProblemException fault) {
      return new ProblemException(fault.problem(), fault);
    }
    return new IllegalStateException("A sentence could not be spoken.", cause);
  }

  @Override
  public void close() {
    pool.shutdownNow();
    desk.close();
  }
}
