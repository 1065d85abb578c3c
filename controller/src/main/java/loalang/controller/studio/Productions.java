// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import loalang.announcements.Cancellation;
import loalang.announcements.ProductionListener;
import loalang.controller.live.Change;
import loalang.controller.live.LiveFeed;
import loalang.controller.queue.WorkQueue;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * A door: how far each rendering is, and how to stop it. What ended is remembered until the next
 * start or until {@value #REMEMBERED} others ended. On one event loop.
 */
public final class Productions {
  private static final int REMEMBERED = 200;
  private static final String CANCELLED = "PRODUCTION_CANCELLED";

  private final WorkQueue speech;
  private final Executor loop;
  private final LiveFeed feed;
  private final InstantSource now;
  private final Map<Key, Cancellation> running = new HashMap<>();
  private final Map<Key, Progress> known = new LinkedHashMap<>(); // what changed last stands last

  /**
   * What is made.
   *
   * @param notice of which notice
   * @param version of its versions, "plain" for the notice itself
   */
  public record Key(AnnouncementId notice, String version) {}

  /** How far a production is. */
  public enum Stage {
    /** Behind others. */
    WAITING,
    /** A worker has it. */
    RUNNING,
    /** There is a recording. */
    DONE,
    /** Somebody stopped it; the notice is as it was. */
    CANCELLED,
    /** It came to nothing; the notice is as it was. */
    FAILED
  }

  /**
   * How far a production is.
   *
   * @param key what is made
   * @param stage of it
   * @param sentences that are coded
   * @param of how many there will be; 0 until the first is coded
   * @param started when it was asked for
   * @param problem why it failed; empty if it did not
   */
  public record Progress(
      Key key, Stage stage, int sentences, int of, Instant started, Optional<Problem> problem) {}

  /**
   * What a worker holds.
   *
   * @param listener to be told of each sentence
   * @param cancellation that stops the work
   */
  record Reins(ProductionListener listener, Cancellation cancellation) {}

  /**
   * None running.
   *
   * @param speech where it is rendered
   * @param loop runs what workers have to say
   * @param feed tells of every step
   */
  public Productions(WorkQueue speech, Executor loop, LiveFeed feed, InstantSource now) {
    this.speech = speech;
    this.loop = loop;
    this.feed = feed;
    this.now = now;
  }

  /** Every production of a notice that runs or is remembered. */
  public List<Progress> of(AnnouncementId notice) {
    return known.values().stream().filter(one -> one.key().notice().equals(notice)).toList();
  }

  /**
   * Stops those of a notice that run or wait; the engines end at once.
   *
   * @throws ProblemException PRODUCTION_NOT_RUNNING
   */
  public void cancel(AnnouncementId notice) {
    List<Cancellation> mine = new ArrayList<>();
    running.forEach(
        (key, cancellation) -> {
          if (key.notice().equals(notice)) {
            mine.add(cancellation);
          }
        });
    if (mine.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "PRODUCTION_NOT_RUNNING",
              "Notice %s is not being rendered.".formatted(notice),
              "GET /api/v1/notices/%s/production says what became of it.".formatted(notice)));
    }
    mine.forEach(Cancellation::cancel);
  }

  /** Runs work on the pool; fails with PRODUCTION_RUNNING if the same is being made. */
  <T> Future<T> run(Key key, Function<Reins, T> work) {
    if (running.containsKey(key)) {
      return Future.failedFuture(new ProblemException(alreadyRunning(key)));
    }
    Cancellation cancellation = new Cancellation();
    running.put(key, cancellation);
    known.remove(key);
    show(new Progress(key, Stage.WAITING, 0, 0, now.instant(), Optional.empty()));
    Reins reins =
        new Reins(step -> tell(cancellation, key, step.sentences(), step.of()), cancellation);
    return speech
        .run(
            () -> {
              if (cancellation.isCancelled()) {
                throw new ProblemException(cancelled(key));
              }
              tell(cancellation, key, 0, 0);
              return work.apply(reins);
            })
        .onComplete(end -> ended(key, cancellation, end));
  }

  /** From a worker's thread. */
  private void tell(Cancellation whose, Key key, int sentences, int of) {
    loop.execute(
        () -> {
          if (running.get(key) == whose) { // a late word about what ended is no news
            show(new Progress(key, Stage.RUNNING, sentences, of, startOf(key), Optional.empty()));
          }
        });
  }

  private void ended(Key key, Cancellation cancellation, AsyncResult<?> end) {
    running.remove(key);
    cancellation.cancel(); // a worker nobody waits for any longer is freed
    Progress last = known.getOrDefault(key, progressOf(key));
    show(
        new Progress(
            key,
            stageOf(end),
            last.sentences(),
            last.of(),
            last.started(),
            Optional.ofNullable(end.cause()).map(Productions::problemOf)));
  }

  private void show(Progress progress) {
    known.remove(progress.key());
    known.put(progress.key(), progress);
    forgetOldest();
    feed.tell(new Change.OfNotice(progress.key().notice()));
  }

  private void forgetOldest() {
    if (known.size() > REMEMBERED + running.size()) {
      known.keySet().stream()
          .filter(key -> !running.containsKey(key))
          .findFirst()
          .ifPresent(known::remove);
    }
  }

  private Instant startOf(Key key) {
    return known.getOrDefault(key, progressOf(key)).started();
  }

  private Progress progressOf(Key key) {
    return new Progress(key, Stage.WAITING, 0, 0, now.instant(), Optional.empty());
  }

  private static Stage stageOf(AsyncResult<?> end) {
    if (end.succeeded()) {
      return Stage.DONE;
    }
    return problemOf(end.cause()).code().equals(CANCELLED) ? Stage.CANCELLED : Stage.FAILED;
  }

  private static Problem problemOf(Throwable cause) {
    return cause instanceof ProblemException fault
        ? fault.problem()
        : new Problem(
            "OFFICE_FAULT",
            "The office has a fault of its own: %s.".formatted(cause),
            "Send its log to the developers.");
  }

  private static Problem cancelled(Key key) {
    return new Problem(
        CANCELLED,
        "The rendering of notice %s was stopped before it began.".formatted(key.notice()),
        "Render it again when it is wanted.");
  }

  private static Problem alreadyRunning(Key key) {
    return new Problem(
        "PRODUCTION_RUNNING",
        "Version %s of notice %s is being rendered.".formatted(key.version(), key.notice()),
        "Wait for it, or stop it: POST /api/v1/notices/%s/production/cancel."
            .formatted(key.notice()));
  }
}
