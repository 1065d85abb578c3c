// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loalang.controller.audit.Author;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.ledger.MonthLine;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.ledger.Question;
import loalang.controller.ledger.Tally;
import loalang.controller.live.LiveFeed;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.SpeakerBook;
import loalang.controller.storage.Database;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.topic.Topics;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.kit.PostgresServer;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Release;
import loalang.schedules.release.Request;
import loalang.schedules.release.Signature;
import loalang.schedules.release.Wanted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the clockwork keeps is kept alike by the file in the office and by a real PostgreSQL. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BothDatabasesTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final OneOff WISH =
      new OneOff(
          new CueId("hop-dem"),
          new AnnouncementId("moi-hop"),
          Set.of(new PagingZone("thon-1"), new PagingZone("thon-2")),
          Priority.PRIORITY,
          NOON.plusSeconds(60),
          LateRule.skipAfter(Duration.ofMinutes(5)));

  private static Vertx vertx;
  private static PostgresServer server;
  private static Database file;
  private static Database postgres;

  /** The databases an office may have. */
  enum Kind {
    SQLITE,
    POSTGRESQL
  }

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException, InterruptedException {
    vertx = Vertx.vertx();
    server = PostgresServer.start();
    file = Database.open(DatabaseSettings.file(folder.resolve("office.db")));
    postgres =
        Database.open(
            new DatabaseSettings(
                server.url(), Optional.empty(), Optional.empty(), Duration.ofSeconds(5)));
  }

  @AfterAll
  static void close() throws IOException {
    postgres.close();
    file.close();
    server.close();
    vertx.close().await();
  }

  @ParameterizedTest
  @EnumSource
  void every_migration_has_run(Kind kind) throws IOException {
    List<String> wanted;
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      wanted = files.map(name -> name.getFileName().toString()).sorted().toList();
    }

    List<String> run =
        database(kind)
            .read(
                handle ->
                    handle
                        .createQuery(
                            "SELECT script FROM flyway_schema_history WHERE success"
                                + " AND script LIKE 'V%' ORDER BY script")
                        .mapTo(String.class)
                        .list());

    assertTrue(wanted.size() >= 5, wanted.toString());
    assertEquals(wanted, run);
  }

  @ParameterizedTest
  @EnumSource
  void a_sheet_given_again_under_its_name_replaces_the_one_before(Kind kind) {
    List<String> kept =
        database(kind)
            .write(
                handle -> {
                  SheetName name = new SheetName("sang");
                  SheetStore.put(handle, new KeptSheet(name, "one", NOON));
                  SheetStore.put(handle, new KeptSheet(name, "# hai\ntwo", NOON.plusSeconds(1)));
                  return SheetStore.all(handle).stream().map(KeptSheet::yaml).toList();
                });

    assertEquals(List.of("# hai\ntwo"), kept);
  }

  @ParameterizedTest
  @EnumSource
  void a_held_wish_comes_back_as_it_was_until_it_may_not_start_any_more(Kind kind) {
    Instant latest = WISH.late().latestStart(WISH.start());

    database(kind)
        .write(
            handle -> {
              HeldWishStore.put(handle, WISH, NOON);
              HeldWishStore.put(handle, WISH, NOON.plusSeconds(1));
              assertEquals(List.of(WISH), HeldWishStore.stillPossible(handle, latest));
              assertEquals(List.of(), HeldWishStore.stillPossible(handle, latest.plusMillis(1)));
              return kind;
            });
  }

  @ParameterizedTest
  @EnumSource
  void what_two_people_let_through_comes_back_with_their_names(Kind kind) {
    Wanted what = new Wanted(WISH.id(), WISH.announcement(), WISH.zones(), WISH.start());
    Request request = new Request(what, Hold.QUIET_HOURS, new Signature("canbo", NOON));
    Signature second = new Signature("pho-chu-tich", NOON.plusSeconds(1));

    List<Release> given =
        database(kind)
            .write(
                handle -> {
                  ReleaseStore.ask(handle, request);
                  ReleaseStore.give(handle, ReleaseStore.open(handle, NOON).get(0), second);
                  assertEquals(List.of(), ReleaseStore.open(handle, NOON));
                  return ReleaseStore.given(handle, NOON);
                });

    assertEquals(List.of(new Release(request, second)), given);
  }

  @ParameterizedTest
  @EnumSource
  void the_first_reason_of_a_missed_airing_stays(Kind kind) {
    AiringId id = new AiringId("bo-lo");
    PlannedAiring planned =
        new PlannedAiring(
            id, WISH.announcement(), "Họp", WISH.zones(), WISH.priority(), NOON, NOON);

    database(kind)
        .write(
            handle -> {
              AsRunStore.plan(handle, planned, NOON);
              AsRunStore.plan(handle, planned, NOON);
              AsRunStore.skip(handle, id, new Problem("CUE_TOO_LATE", "Late.", "Look."));
              AsRunStore.skip(handle, id, new Problem("ONE_OFF_PAST", "Past.", "Look."));
              assertEquals("skipped", AsRunStore.find(handle, id).orElseThrow().word());
              assertEquals(List.of(), AsRunStore.waiting(handle));
              return kind;
            });
  }

  @ParameterizedTest
  @EnumSource
  void the_log_the_month_and_where_speakers_hang_are_asked_alike(Kind kind) {
    AiringId id = new AiringId("nhat-ky");
    SpeakerId speaker = new SpeakerId("thon-1-1");
    PlannedAiring planned =
        new PlannedAiring(
            id, WISH.announcement(), "Họp", WISH.zones(), WISH.priority(), NOON, NOON);
    database(kind)
        .write(
            handle -> {
              AsRunStore.plan(handle, planned, NOON);
              AsRunStore.order(handle, id, new AsRunStore.Ordered(NOON, NOON, Map.of(speaker, 1L)));
              return kind;
            });
    StorageDesk storage = new StorageDesk(vertx, database(kind));
    InstantSource now = InstantSource.fixed(NOON);
    LiveFeed feed = new LiveFeed();
    AsRunLog log = new AsRunLog(vertx, storage, feed, now);
    Topics topics = new Topics(new CommuneId("ha-dong"));
    SpeakerBook book = new Roster(storage, topics, feed, now, Roster.KeptStates.OLD_NEWS).book();
    Site site = new Site("Sân đình", Optional.empty());

    Question day =
        new Question(
            NOON, NOON.plusSeconds(1), Optional.empty(), Optional.empty(), Optional.empty(), "hop");
    book.place(speaker, site, Author.OFFICE).await();

    Tally tally =
        log.search(day).await().stream()
            .filter(one -> one.planned().id().equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals(1, tally.expected());
    assertEquals("on-air", tally.word());
    assertEquals(1, log.evidence(id).await().orElseThrow().standings().size());
    assertEquals(
        List.of(new MonthLine(speaker, 1, 0, 0, Duration.ZERO, Duration.ZERO, 0, 0)),
        log.month(NOON, NOON.plusSeconds(1)).await());
    assertEquals(Map.of(speaker, site), book.sites().await());
    assertEquals(List.of(), book.history(speaker, 5).await());
    assertEquals(Map.of(), book.lost(NOON).await());
  }

  private static Database database(Kind kind) {
    return kind == Kind.SQLITE ? file : postgres;
  }
}
