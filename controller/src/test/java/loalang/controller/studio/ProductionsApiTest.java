// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import loalang.announcements.ProductionListener;
import loalang.controller.OfficeTools;
import loalang.controller.kit.Officer;
import loalang.controller.kit.SlowProduction;
import loalang.controller.kit.TestOffice;
import loalang.controller.queue.WorkQueue;
import loalang.controller.reading.ReadingQueue;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a rendering from outside, and that stopping one breaks nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductionsApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Holding holding = new Holding();

  /** Speaks half of what it is given and then waits until it is stopped or let go. */
  private static final class Holding implements Consumer<NoticeProduction.Task> {
    final CountDownLatch letGo = new CountDownLatch(1);
    final AtomicReference<Problem> fault = new AtomicReference<>();
    volatile boolean holds;

    @Override
    public void accept(NoticeProduction.Task task) {
      Problem problem = fault.get();
      if (problem != null) {
        throw new ProblemException(problem);
      }
      if (holds) {
        task.listener().sentenceReady(new ProductionListener.Progress(1, 2, 100));
        hold(task);
      }
    }

    private void hold(NoticeProduction.Task task) {
      try {
        while (!letGo.await(5, TimeUnit.MILLISECONDS)) {
          if (task.cancellation().isCancelled()) {
            throw new ProblemException(
                new Problem("PRODUCTION_CANCELLED", "It was stopped.", "Render it again."));
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void progress_is_told_while_it_runs_and_its_end_is_remembered(@TempDir Path data) {
    try (TestOffice office = open(data, PATIENCE)) {
      Officer officer = office.officer();
      String notice = written(officer, "Một. Hai.");
      holding.holds = true;
      CompletableFuture<Officer.Answer> rendering = render(officer, notice);

      JsonObject running =
          officer.await(
              () -> only(officer, notice),
              one -> one.containsKey("of") && one.getInteger("of") == 2);

      assertEquals("running", running.getString("stage"));
      assertEquals(1, running.getInteger("sentences"));
      assertEquals("plain", running.getString("version"));
      Officer.Answer twice = officer.post("/notices/" + notice + "/recording", "text/plain", "");
      assertEquals("PRODUCTION_RUNNING", twice.json().getString("code"));
      holding.letGo.countDown();
      assertEquals(201, answer(rendering).status());
      assertEquals("done", only(officer, notice).getString("stage"));
    }
  }

  @Test
  void a_stopped_rendering_leaves_the_recording_there_was(@TempDir Path data) {
    try (TestOffice office = open(data, PATIENCE)) {
      Officer officer = office.officer();
      String notice = officer.notice("Một. Hai.");
      JsonObject before = officer.get("/notices/" + notice).json();
      holding.holds = true;
      CompletableFuture<Officer.Answer> rendering = render(officer, notice);
      officer.await(() -> only(officer, notice), one -> isRunning(one));

      Officer.Answer stopped =
          officer.post("/notices/" + notice + "/production/cancel", "text/plain", "");

      assertEquals(202, stopped.status(), stopped::text);
      Officer.Answer end = answer(rendering);
      assertEquals("PRODUCTION_CANCELLED", end.json().getString("code"));
      assertEquals(409, end.status());
      assertEquals("cancelled", only(officer, notice).getString("stage"));
      assertEquals(before, officer.get("/notices/" + notice).json());
    }
  }

  @Test
  void one_that_waits_is_stopped_before_it_begins(@TempDir Path data) {
    try (TestOffice office = open(data, PATIENCE)) {
      Officer officer = office.officer();
      String first = written(officer, "Một.");
      String second = written(officer, "Hai.");
      holding.holds = true;
      CompletableFuture<Officer.Answer> one = render(officer, first);
      officer.await(() -> only(officer, first), ProductionsApiTest::isRunning);
      CompletableFuture<Officer.Answer> two = render(officer, second);
      officer.await(() -> only(officer, second), line -> "waiting".equals(line.getString("stage")));

      officer.post("/notices/" + second + "/production/cancel", "text/plain", "");
      holding.letGo.countDown();

      assertEquals(201, answer(one).status());
      assertEquals("PRODUCTION_CANCELLED", answer(two).json().getString("code"));
    }
  }

  @Test
  void a_failure_is_told_and_the_notice_stays_as_it_was(@TempDir Path data) {
    try (TestOffice office = open(data, PATIENCE)) {
      Officer officer = office.officer();
      String notice = officer.notice("Một.");
      JsonObject before = officer.get("/notices/" + notice).json();
      holding.fault.set(new Problem("SPEECH_ENGINE_CRASHED", "It crashed.", "Try again."));

      Officer.Answer failed = officer.post("/notices/" + notice + "/recording", "text/plain", "");

      assertEquals("SPEECH_ENGINE_CRASHED", failed.json().getString("code"));
      JsonObject line = only(officer, notice);
      assertEquals("failed", line.getString("stage"));
      assertEquals("SPEECH_ENGINE_CRASHED", line.getJsonObject("problem").getString("code"));
      assertEquals(before, officer.get("/notices/" + notice).json());
    }
  }

  @Test
  void what_nobody_waits_for_any_longer_is_stopped(@TempDir Path data) {
    try (TestOffice office = open(data, Duration.ofMillis(300))) {
      Officer officer = office.officer();
      String notice = written(officer, "Một.");
      holding.holds = true;

      Officer.Answer late = officer.post("/notices/" + notice + "/recording", "text/plain", "");

      assertEquals("STUDIO_TOO_SLOW", late.json().getString("code"));
      holding.holds = false;
      assertEquals(201, answer(render(officer, notice)).status());
    }
  }

  @Test
  void an_office_that_ends_in_the_middle_leaves_the_notice_as_it_was(@TempDir Path data) {
    String notice;
    JsonObject before;
    try (TestOffice office = open(data, PATIENCE)) {
      notice = office.officer().notice("Một. Hai.");
      before = office.officer().get("/notices/" + notice).json();
      holding.holds = true;
      CompletableFuture<Officer.Answer> rendering = render(office.officer(), notice);
      Officer officer = office.officer();
      String of = notice;
      officer.await(() -> only(officer, of), ProductionsApiTest::isRunning);
      assertFalse(rendering.isDone());
      holding.letGo.countDown(); // the worker goes on while the office is closed over it
    }
    holding.holds = false;
    try (TestOffice office = open(data, PATIENCE)) {
      JsonObject after = office.officer().get("/notices/" + notice).json();
      assertEquals(before.getJsonObject("recording"), after.getJsonObject("recording"));
      assertEquals(
          new JsonArray(),
          office
              .officer()
              .get("/notices/" + notice + "/production")
              .json()
              .getJsonArray("productions"));
      assertTrue(office.officer().get("/notices/" + notice + "/recording").body().length() > 0);
    }
  }

  private TestOffice open(Path data, Duration patience) {
    OfficeTools tools =
        new OfficeTools(
            new SlowProduction(holding),
            DiskShelf::new,
            new WorkQueue.Limits(1, 4, patience),
            ReadingQueue.USUAL,
            InstantSource.system());
    return TestOffice.open(TestOffice.config(data), tools);
  }

  private static String written(Officer officer, String text) {
    return officer.post("/notices", "text/plain; charset=utf-8", text).json().getString("id");
  }

  private static CompletableFuture<Officer.Answer> render(Officer officer, String notice) {
    return CompletableFuture.supplyAsync(
        () -> officer.post("/notices/" + notice + "/recording", "text/plain", ""),
        task -> {
          Thread thread = new Thread(task, "rendering");
          thread.setDaemon(true);
          thread.start();
        });
  }

  private static Officer.Answer answer(CompletableFuture<Officer.Answer> rendering) {
    try {
      return rendering.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isRunning(JsonObject line) {
    return "running".equals(line.getString("stage"));
  }

  /** The one line there is, or an empty one. */
  private static JsonObject only(Officer officer, String notice) {
    JsonArray lines =
        officer.get("/notices/" + notice + "/production").json().getJsonArray("productions");
    return lines.isEmpty() ? new JsonObject() : lines.getJsonObject(0);
  }
}
