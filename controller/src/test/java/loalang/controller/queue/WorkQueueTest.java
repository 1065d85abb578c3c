// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkQueueTest {
  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);

  @AfterEach
  void close() {
    finish.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void what_is_too_much_is_refused_at_once_and_taken_on_when_there_is_room() throws Exception {
    // Given
    WorkQueue queue = queue(new WorkQueue.Limits(1, 1, Duration.ofSeconds(30)));
    CompletableFuture<String> working = run(queue, this::slow);
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    CompletableFuture<String> waiting = run(queue, () -> "second");

    // When
    Problem refused = problem(run(queue, () -> "third"));
    finish.countDown();

    // Then
    assertEquals("QUEUE_BUSY", refused.code());
    assertEquals("2 wait.", refused.whatHappened());
    assertEquals("slow", working.join());
    assertEquals("second", waiting.join());
    assertEquals("fourth", run(queue, () -> "fourth").join());
  }

  @Test
  void who_waits_too_long_is_told_but_the_place_is_taken_until_the_thread_is_free()
      throws Exception {
    WorkQueue queue = queue(new WorkQueue.Limits(1, 0, Duration.ofMillis(50)));

    Problem tooSlow = problem(run(queue, this::slow));

    assertEquals("QUEUE_SLOW", tooSlow.code());
    assertEquals("QUEUE_BUSY", problem(run(queue, () -> "next")).code());
  }

  @Test
  void the_work_runs_on_a_thread_of_the_pool() {
    WorkQueue queue = queue(new WorkQueue.Limits(1, 0, Duration.ofSeconds(10)));

    String thread = run(queue, () -> Thread.currentThread().getName()).join();

    assertTrue(thread.startsWith("letters"), thread);
  }

  @Test
  void limits_that_let_nothing_through_are_refused() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> new WorkQueue.Limits(0, 1, second));
    assertThrows(IllegalArgumentException.class, () -> new WorkQueue.Limits(1, -1, second));
    assertThrows(IllegalArgumentException.class, () -> new WorkQueue.Limits(1, 1, Duration.ZERO));
  }

  private WorkQueue queue(WorkQueue.Limits limits) {
    return new WorkQueue(
        vertx,
        "letters",
        limits,
        new WorkQueue.Refusals(
            taken -> new Problem("QUEUE_BUSY", taken + " wait.", "Later."),
            new Problem("QUEUE_SLOW", "Too slow.", "Shorter.")));
  }

  private String slow() throws InterruptedException {
    begun.countDown();
    if (!finish.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("Nobody let it finish.");
    }
    return "slow";
  }

  private CompletableFuture<String> run(WorkQueue queue, Callable<String> work) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    loop.runOnContext(
        ignored -> {
          Future<String> done = queue.run(work);
          done.onSuccess(answer::complete).onFailure(answer::completeExceptionally);
        });
    return answer;
  }

  private static Problem problem(CompletableFuture<String> answer) {
    Throwable thrown = assertThrows(CompletionException.class, answer::join);
    return assertInstanceOf(ProblemException.class, thrown.getCause()).problem();
  }
}
