// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loalang.controller.broker.LinkSettings;
import loalang.controller.kit.BellProduction;
import loalang.controller.kit.Officer;
import loalang.controller.kit.SlowProduction;
import loalang.controller.kit.TestOffice;
import loalang.controller.queue.WorkQueue;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.studio.DiskShelf;
import loalang.controller.studio.RecordingShelf;
import loalang.controller.studio.SpeechQueue;
import loalang.protocol.Digest;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around an office: each with its code, and the office goes on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadDaysTest {
  @Test
  void a_locked_database_is_busy_and_then_works_again(@TempDir Path data) throws Exception {
    // Given
    String url = "jdbc:sqlite:" + data.resolve("controller.db").toAbsolutePath();
    DatabaseSettings impatient =
        new DatabaseSettings(url, Optional.empty(), Optional.empty(), Duration.ofMillis(200));
    try (TestOffice office =
            TestOffice.open(
                with(TestOffice.config(data), Optional.empty(), Optional.of(impatient)),
                TestOffice.tools());
        Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      Officer officer = office.officer();
      statement.execute("BEGIN IMMEDIATE");

      // When
      Officer.Answer refused = officer.post("/notices", "text/plain", "Mất điện.");
      statement.execute("ROLLBACK");
      Officer.Answer taken = officer.post("/notices", "text/plain", "Mất điện.");

      // Then
      assertProblem(503, "STORAGE_BUSY", refused);
      assertEquals(201, taken.status());
    }
  }

  @Test
  void a_full_disk_refuses_the_recording_and_keeps_the_notice(@TempDir Path data) {
    // Given
    OfficeTools tools =
        new OfficeTools(
            new BellProduction(),
            directory -> new FullDisk(),
            SpeechQueue.USUAL,
            ReadingQueue.USUAL,
            InstantSource.system());
    try (TestOffice office = TestOffice.open(TestOffice.config(data), tools)) {
      Officer officer = office.officer();
      String id = officer.post("/notices", "text/plain", "Mất điện.").json().getString("id");

      // When
      Officer.Answer rendered = officer.post("/notices/" + id + "/recording", "text/plain", "");

      // Then
      assertProblem(507, "RECORDING_NOT_STORED", rendered);
      assertEquals(200, officer.get("/notices/" + id).status());
      assertProblem(409, "RECORDING_MISSING", officer.get("/notices/" + id + "/recording"));
    }
  }

  @Test
  void a_studio_that_is_full_says_so_at_once(@TempDir Path data) throws Exception {
    // Given
    CountDownLatch speaking = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    OfficeTools tools =
        new OfficeTools(
            new SlowProduction(
                task -> {
                  speaking.countDown();
                  await(finish);
                }),
            DiskShelf::new,
            new WorkQueue.Limits(1, 0, Duration.ofSeconds(30)),
            ReadingQueue.USUAL,
            InstantSource.system());
    try (TestOffice office = TestOffice.open(TestOffice.config(data), tools)) {
      Officer officer = office.officer();
      String id = officer.post("/notices", "text/plain", "Dài.").json().getString("id");
      Thread first =
          new Thread(() -> officer.post("/notices/" + id + "/recording", "text/plain", ""));
      first.start();
      await(speaking);

      // When
      String other = officer.post("/notices", "text/plain", "Khác.").json().getString("id");
      Officer.Answer second = officer.post("/notices/" + other + "/recording", "text/plain", "");
      finish.countDown();
      first.join();

      // Then
      assertProblem(503, "STUDIO_BUSY", second);
      assertEquals(200, officer.get("/notices/" + id + "/recording").status());
    }
  }

  @Test
  void a_taken_port_is_named_with_the_next_step(@TempDir Path data) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      ControllerConfig.Door taken = new ControllerConfig.Door("127.0.0.1", other.getLocalPort());
      ControllerConfig config = TestOffice.config(data);
      ControllerConfig.Door free = config.http();
      assertRefused("PORT_TAKEN", doors(config, taken, free));
      assertRefused("PORT_TAKEN", doors(config, free, taken));
    }
  }

  @Test
  void a_door_to_the_world_without_encryption_stays_shut(@TempDir Path data) {
    ControllerConfig config = TestOffice.config(data);
    ControllerConfig.Door open = new ControllerConfig.Door("0.0.0.0", 0);
    assertRefused("LISTEN_WITHOUT_TLS", doors(config, open, config.mqtt()));
    assertRefused("LISTEN_WITHOUT_TLS", doors(config, config.http(), open));
  }

  @Test
  void two_controllers_do_not_share_a_directory(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data)) {
      assertRefused("DATA_DIRECTORY_IN_USE", TestOffice.config(office.data()));
    }
  }

  @Test
  void without_its_broker_an_office_still_takes_notices(@TempDir Path data) throws IOException {
    // Given
    int nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = closed.getLocalPort();
    }
    LinkSettings gone =
        new LinkSettings("tcp://127.0.0.1:" + nobody, "office", "secret", Duration.ofDays(1));
    ControllerConfig config = with(TestOffice.config(data), Optional.of(gone), Optional.empty());
    try (TestOffice office = TestOffice.open(config, TestOffice.tools())) {
      // When
      JsonObject health = office.officer().get("/health").json();

      // Then
      assertEquals("gone", health.getString("broker"));
      assertEquals(201, office.officer().post("/notices", "text/plain", "Bão.").status());
    }
  }

  private static final class FullDisk implements RecordingShelf {
    @Override
    public void put(Digest digest, byte[] bytes) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public byte[] read(Digest digest, long offset, int length) throws IOException {
      throw new IOException("No such file");
    }
  }

  private static void assertProblem(int status, String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer.text());
    assertEquals(status, answer.status());
    assertEquals("application/problem+json", answer.type());
  }

  private static void assertRefused(String code, ControllerConfig config) {
    ProblemException thrown =
        assertThrows(
            ProblemException.class, () -> TestOffice.open(config, TestOffice.tools()).close());
    assertEquals(code, thrown.problem().code());
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("Nothing happened.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ControllerConfig doors(
      ControllerConfig c, ControllerConfig.Door http, ControllerConfig.Door mqtt) {
    return new ControllerConfig(
        c.commune(),
        c.communeName(),
        http,
        mqtt,
        c.externalBroker(),
        c.data(),
        c.database(),
        c.quietHours(),
        c.patience());
  }

  private static ControllerConfig with(
      ControllerConfig c, Optional<LinkSettings> broker, Optional<DatabaseSettings> database) {
    return new ControllerConfig(
        c.commune(),
        c.communeName(),
        c.http(),
        c.mqtt(),
        broker,
        c.data(),
        database,
        c.quietHours(),
        c.patience());
  }
}
