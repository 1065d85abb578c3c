// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.storage.Database;
import loalang.controller.storage.DatabaseSettings;
import loalang.protocol.SpeakerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SiteStoreTest {
  private static final SpeakerId SPEAKER = new SpeakerId("thon-mot-1");
  private static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00Z");

  private Database database;

  @BeforeEach
  void open(@TempDir Path data) {
    database = Database.open(DatabaseSettings.file(data.resolve("office.db")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void only_a_change_is_written_down_and_who_was_never_heard_did_not_go() {
    heard(false, 0);
    heard(true, 1);
    heard(true, 2);
    heard(false, 3);
    heard(false, 4);
    heard(true, 5);

    assertEquals(
        List.of(presence(true, 5), presence(false, 3), presence(true, 1)),
        database.read(handle -> SiteStore.history(handle, SPEAKER, 10)));
  }

  @Test
  void who_was_not_heard_at_an_instant_is_known_with_since_when() {
    heard(true, 1);
    heard(false, 3);
    heard(true, 5);

    assertEquals(Map.of(), lost(0)); // never heard yet
    assertEquals(Map.of(), lost(2));
    assertEquals(Map.of(SPEAKER, SIX_AM.plusSeconds(3)), lost(3));
    assertEquals(Map.of(SPEAKER, SIX_AM.plusSeconds(3)), lost(4));
    assertEquals(Map.of(), lost(5));
  }

  @Test
  void the_newest_word_about_a_place_holds() {
    Site first = new Site("Nhà văn hóa", Optional.of(new Site.Point(20.971, 105.778)));
    Site second = new Site("Sân đình", Optional.empty());

    put(first);
    assertEquals(Map.of(SPEAKER, first), database.read(SiteStore::all));
    put(second);
    assertEquals(Map.of(SPEAKER, second), database.read(SiteStore::all));
  }

  @Test
  void a_point_off_the_earth_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Site.Point(90.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Site.Point(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Site("x".repeat(121), Optional.empty()));
  }

  private Map<SpeakerId, Instant> lost(int second) {
    return database.read(handle -> SiteStore.lost(handle, SIX_AM.plusSeconds(second)));
  }

  private void put(Site site) {
    database.write(
        handle -> {
          SiteStore.put(handle, SPEAKER, site, new SiteStore.Written("canbo", SIX_AM));
          return site;
        });
  }

  private void heard(boolean online, int second) {
    database.write(
        handle -> {
          SiteStore.heard(handle, SPEAKER, online, SIX_AM.plusSeconds(second));
          return SPEAKER;
        });
  }

  private static Presence presence(boolean online, int second) {
    return new Presence(online, SIX_AM.plusSeconds(second));
  }
}
