// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.controller.storage.Database;
import loalang.controller.storage.DatabaseSettings;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Residents find what really sounded, and nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayStoreTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final String SOUND = "0123456789abcdef".repeat(4);
  private static final String OTHER_SOUND = "fedcba9876543210".repeat(4);

  private Database database;

  @BeforeEach
  void open(@TempDir Path data) {
    database = Database.open(DatabaseSettings.file(data.resolve("office.db")));
    database.write(
        handle -> {
          recording(handle, SOUND);
          recording(handle, OTHER_SOUND);
          return handle.execute(
              "INSERT INTO notice (id, title, source, created_ms, recording)"
                  + " VALUES ('tin', 'Tiêm chủng', 'Mời bà con tiêm chủng.', 0, ?)",
              SOUND);
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_sounded_whole_somewhere_is_found_with_its_words() {
    air("luot", "ROUTINE", NOON);
    told("luot", "PLAYED");

    AiredNotice found = aired().get(0);

    assertEquals("Tiêm chủng", found.title());
    assertEquals("Mời bà con tiêm chủng.", found.text());
    assertEquals(NOON, found.aired());
    assertEquals(Duration.ofSeconds(90), found.recording().duration());
  }

  @Test
  void what_broke_off_or_was_never_told_is_not_found() {
    air("do-dang", "ROUTINE", NOON);
    told("do-dang", "PARTIAL");
    air("im-lang", "ROUTINE", NOON);

    assertEquals(List.of(), aired());
  }

  @Test
  void an_emergency_is_never_found() {
    air("bao", "EMERGENCY", NOON);
    told("bao", "PLAYED");

    assertEquals(List.of(), aired());
  }

  @Test
  void what_an_officer_stopped_since_is_not_found_until_it_sounds_again() {
    air("sang", "ROUTINE", NOON);
    told("sang", "PLAYED");
    air("trua", "ROUTINE", NOON.plusSeconds(60));
    change("UPDATE airing SET stopped_ms = 1 WHERE id = 'trua'");
    assertEquals(List.of(), aired());

    air("chieu", "ROUTINE", NOON.plusSeconds(120));
    told("chieu", "PLAYED");
    assertEquals(NOON.plusSeconds(120), aired().get(0).aired());
  }

  @Test
  void what_is_older_than_asked_for_or_was_withdrawn_is_not_found() {
    air("cu", "ROUTINE", NOON.minusMillis(1));
    told("cu", "PLAYED");
    air("rut", "ROUTINE", NOON);
    told("rut", "PLAYED");
    change("UPDATE airing SET skipped_code = 'PLAN_WITHDRAWN' WHERE id = 'rut'");

    assertEquals(List.of(), aired());
  }

  @Test
  void the_words_are_told_only_while_they_are_those_that_sounded() {
    air("luot", "ROUTINE", NOON);
    told("luot", "PLAYED");
    change("UPDATE notice SET source = 'Lời khác.', recording = '" + OTHER_SOUND + "'");

    assertEquals("", aired().get(0).text());
    change("UPDATE notice SET source = 'Lời khác nữa.', recording = NULL");
    assertEquals("", aired().get(0).text());
  }

  @Test
  void the_door_is_shut_until_somebody_opens_it_and_the_last_word_holds() {
    assertFalse(database.read(ReplayStore::isOpen));
    turn(true);
    assertTrue(database.read(ReplayStore::isOpen));
    turn(false);
    assertFalse(database.read(ReplayStore::isOpen));
  }

  private List<AiredNotice> aired() {
    return database.read(handle -> ReplayStore.aired(handle, NOON, 10));
  }

  private void turn(boolean open) {
    database.write(
        handle -> {
          ReplayStore.turn(handle, open, "canbo", NOON);
          return open;
        });
  }

  private void air(String id, String priority, Instant start) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO airing (id, notice, title, zones, priority, start_ms, latest_start_ms,"
                    + " planned_ms, ordered_ms, digest)"
                    + " VALUES (?, 'tin', 'Tiêm chủng', 'xa', ?, ?, 0, 0, 0, ?)",
                id,
                priority,
                start.toEpochMilli(),
                SOUND));
  }

  private void told(String airing, String outcome) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO airing_expected (airing, speaker, sequence, told, why)"
                    + " VALUES (?, 'thon-mot-1', 1, 'ended', ?)",
                airing,
                outcome));
  }

  private void change(String sql) {
    database.write(handle -> handle.execute(sql));
  }

  private static void recording(Handle handle, String digest) {
    handle.execute(
        "INSERT INTO recording (digest, size_bytes, duration_ms, made_ms)"
            + " VALUES (?, 1000, 90000, 0)",
        digest);
  }
}
