// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import loalang.controller.checkup.Finding.Check;
import loalang.controller.clock.ClockSync;
import loalang.protocol.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckupDeskTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");
  private static final Problem STEPPED = new Problem("CLOCK_STEPPED", "It was set.", "Keep it.");

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private final AtomicBoolean brokerUp = new AtomicBoolean(true);
  private final AtomicInteger told = new AtomicInteger();
  private Optional<Problem> stepped = Optional.empty();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private CheckupDesk desk(Path data, String voice) {
    ClockSync nobodyCanTell = new ClockSync(data.resolve("none"), List.of());
    MachineCheck machine = new MachineCheck(data, List.of(voice, "--version"), nobodyCanTell);
    CheckupDesk.Office office =
        new CheckupDesk.Office(brokerUp::get, () -> stepped, told::incrementAndGet);
    return new CheckupDesk(vertx, machine, office, now::get);
  }

  @Test
  void a_voice_that_is_gone_is_broken_and_told_once(@TempDir Path data) throws Exception {
    CheckupDesk desk = desk(data, "no-such-voice-here");

    Checkup found = await(desk::look);
    await(desk::look);

    assertEquals(List.of(Check.VOICE), checks(found.broken()));
    assertEquals(List.of(Check.VOICE), checks(desk.broken()));
    assertEquals(1, told.get());
    assertEquals(Check.values().length, found.findings().size());
  }

  @Test
  void what_was_found_lasts_ten_minutes_and_what_the_office_sees_is_of_now(@TempDir Path data)
      throws Exception {
    CheckupDesk desk = desk(data, "espeak-ng");
    assertEquals(List.of(), await(desk::look).broken());

    brokerUp.set(false);
    now.set(BEGIN.plus(CheckupDesk.LASTS).minusSeconds(1));
    Checkup kept = await(desk::latest);
    assertEquals(BEGIN, kept.at());
    assertEquals(List.of(Check.BROKER), checks(kept.broken()));

    now.set(BEGIN.plus(CheckupDesk.LASTS));
    assertEquals(now.get(), await(desk::latest).at());
  }

  @Test
  void a_clock_that_was_set_is_a_warning_in_place_of_all_is_well(@TempDir Path data)
      throws Exception {
    stepped = Optional.of(STEPPED);

    List<Finding> clock =
        await(desk(data, "espeak-ng")::look).findings().stream()
            .filter(one -> one.check() == Check.CLOCK)
            .toList();

    assertEquals(List.of(Finding.warning(Check.CLOCK, STEPPED)), clock);
  }

  @Test
  void two_who_ask_at_once_get_one_look(@TempDir Path data) throws Exception {
    CheckupDesk desk = desk(data, "espeak-ng");

    boolean isSame =
        await(
            () -> {
              Future<Checkup> first = desk.look();
              assertSame(first, desk.look());
              return first.map(done -> true);
            });

    assertTrue(isSame);
  }

  private static List<Check> checks(List<Finding> findings) {
    return findings.stream().map(Finding::check).toList();
  }

  /** Asks on an event loop, as the office does. */
  private <T> T await(Callable<Future<T>> asked) throws Exception {
    Future<T> answer =
        Future.future(
            promise ->
                vertx.runOnContext(
                    go -> {
                      try {
                        asked.call().onComplete(promise);
                      } catch (Exception e) {
                        promise.fail(e);
                      }
                    }));
    return answer.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
