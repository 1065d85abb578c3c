// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import loalang.controller.storage.Database;
import loalang.controller.storage.DatabaseSettings;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside the reports is what folding them gives. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandingTest {
  private static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00.123456789Z");
  private static final Instant DEADLINE = Instant.parse("2026-11-22T23:05:00Z");
  private static final PagingZone HAMLET = new PagingZone("thon-mot");
  private static final SpeakerId SPEAKER = new SpeakerId("thon-mot-1");
  private static final SpeakerId OTHER = new SpeakerId("thon-mot-2");
  private static final SpeakerId THIRD = new SpeakerId("thon-mot-3");
  private static final KeyId KEY = SigningKey.generate().verifyKey().id();
  private static final Digest DIGEST = new Digest("0123456789abcdef".repeat(4));
  private static final long SEQUENCE = 7;

  private Database database;
  private int number;

  @BeforeEach
  void open(@TempDir Path data) {
    database = Database.open(DatabaseSettings.file(data.resolve("office.db")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatever_comes_in_whatever_order_the_kept_standing_is_the_fold() {
    Random random = new Random(82);
    for (int round = 0; round < 60; round++) {
      AiringId airing = new AiringId("luot-" + round);
      List<NumberedReport> story = story(airing, random);
      boolean late = random.nextBoolean();
      database.write(
          handle -> {
            order(handle, airing, Map.of(SPEAKER, SEQUENCE, OTHER, SEQUENCE + 1));
            shuffled(story, random).forEach(report -> arrive(handle, report));
            if (late) {
              AsRunStore.passDeadline(handle, airing, DEADLINE);
            }
            return airing;
          });
      AiringState folded =
          AsRun.fold(SEQUENCE, story, late ? Optional.of(DEADLINE) : Optional.empty());
      AiringState kept = find(airing).speakers().get(SPEAKER);
      assertEquals(folded, kept, () -> story.toString());
      database.write(handle -> handle.execute("UPDATE airing_expected SET told = NULL"));
      database.write(
          handle -> {
            StandingStore.foldMissing(handle);
            return airing;
          });
      assertEquals(folded, find(airing).speakers().get(SPEAKER));
    }
  }

  @Test
  void a_speaker_that_told_before_it_was_expected_counts() {
    AiringId airing = new AiringId("theo-lich");
    database.write(
        handle -> {
          arrive(handle, told(1, ended(airing, Outcome.PLAYED)));
          order(handle, airing, Map.of(SPEAKER, 0L));
          return airing;
        });
    assertEquals("played", Objects.requireNonNull(find(airing).speakers().get(SPEAKER)).word());
  }

  @Test
  void levels_are_not_concluded_from_one_another() {
    AiringId airing = new AiringId("chi-phat");
    database.write(
        handle -> {
          order(handle, airing, Map.of(SPEAKER, SEQUENCE));
          arrive(handle, told(1, ended(airing, Outcome.PLAYED)));
          return airing;
        });
    Standing standing =
        database
            .read(handle -> StandingStore.of(handle, List.of(airing)))
            .getOrDefault(airing, StandingStore.speakersByName())
            .getOrDefault(SPEAKER, Standing.NOTHING);
    assertTrue(standing.state().isRendered());
    assertEquals(Optional.empty(), standing.accepted());
    assertEquals(Optional.empty(), standing.ready());
  }

  @Test
  void a_clock_of_another_age_is_kept_as_far_as_it_goes() {
    assertEquals(0, StandingStore.nanos(Instant.EPOCH));
    assertTrue(StandingStore.nanos(Instant.MAX) > StandingStore.nanos(SIX_AM));
    assertTrue(StandingStore.nanos(Instant.MIN) < StandingStore.nanos(SIX_AM));
  }

  @Test
  void the_log_answers_from_the_ledger_alone_when_the_notice_is_gone() {
    AiringId played = new AiringId("da-phat");
    AiringId skipped = new AiringId("khong-phat");
    database.write(
        handle -> {
          order(handle, played, Map.of(SPEAKER, SEQUENCE, OTHER, SEQUENCE));
          arrive(handle, told(1, ended(played, Outcome.PLAYED)));
          AsRunStore.passDeadline(handle, played, SIX_AM);
          AsRunStore.plan(handle, planned(skipped), SIX_AM);
          AsRunStore.skip(handle, skipped, new Problem("ZONE_UNKNOWN", "Nobody.", "Add one."));
          return played;
        });

    List<Tally> all = search("", Optional.empty());

    assertEquals(List.of("skipped", "done"), all.stream().map(Tally::word).toList());
    assertEquals(2, all.get(1).expected());
    assertEquals(1, all.get(1).rendered());
    assertEquals(1, search("tiem chung DA-PHAT", Optional.empty()).size());
    assertEquals(1, search("", Optional.of("missing")).size());
    assertEquals(0, search("", Optional.of("partial")).size());
    MonthLine line =
        database
            .read(handle -> LogStore.month(handle, SIX_AM.minusSeconds(1), SIX_AM.plusSeconds(1)))
            .get(0);
    assertEquals(
        new MonthLine(SPEAKER, 1, 1, 0, Duration.ofSeconds(1), Duration.ofSeconds(1), 0, 0), line);
  }

  @Test
  void what_was_heard_is_kept_and_counted_apart_from_what_was_rendered() {
    AiringId airing = new AiringId("nghe-thay");
    database.write(
        handle -> {
          order(handle, airing, Map.of(SPEAKER, SEQUENCE, OTHER, SEQUENCE, THIRD, SEQUENCE));
          arrive(handle, told(SPEAKER, 1, ended(airing, Outcome.PLAYED)));
          arrive(handle, told(SPEAKER, 2, heard(airing, false)));
          arrive(handle, told(OTHER, 1, ended(airing, Outcome.FAILED_NOT_RENDERED)));
          arrive(handle, told(OTHER, 2, heard(airing, true)));
          arrive(handle, told(THIRD, 1, ended(airing, Outcome.PLAYED)));
          AsRunStore.passDeadline(handle, airing, DEADLINE);
          return airing;
        });

    SortedMap<SpeakerId, Standing> standings =
        database.read(handle -> StandingStore.of(handle, List.of(airing))).get(airing);

    assertEquals(
        List.of("played NOT_HEARD", "failed HEARD", "played UNTOLD"),
        Objects.requireNonNull(standings).values().stream()
            .map(one -> one.state().word() + " " + one.hearing())
            .toList());
    assertEquals(
        List.of("thon-mot-1 1 0", "thon-mot-2 1 1", "thon-mot-3 0 0"),
        database
            .read(handle -> LogStore.month(handle, SIX_AM.minusSeconds(1), SIX_AM.plusSeconds(1)))
            .stream()
            .map(line -> line.speaker() + " " + line.listened() + " " + line.heard())
            .toList());
  }

  private List<Tally> search(String words, Optional<String> state) {
    Question asked =
        new Question(
            SIX_AM.minusSeconds(1),
            SIX_AM.plusSeconds(1),
            Optional.of(HAMLET),
            Optional.of(Priority.ROUTINE),
            state,
            words);
    return database.read(handle -> LogStore.tallies(handle, asked));
  }

  private AiringRecord find(AiringId airing) {
    return database.read(handle -> AsRunStore.find(handle, airing)).orElseThrow();
  }

  private static PlannedAiring planned(AiringId airing) {
    return new PlannedAiring(
        airing,
        new AnnouncementId("tiem-chung"),
        "Tiêm chủng",
        Set.of(HAMLET),
        Priority.ROUTINE,
        SIX_AM,
        SIX_AM.plusSeconds(60));
  }

  private static void order(Handle handle, AiringId airing, Map<SpeakerId, Long> expected) {
    AsRunStore.plan(handle, planned(airing), SIX_AM);
    AsRunStore.order(
        handle, airing, new AsRunStore.Ordered(SIX_AM, SIX_AM.plusSeconds(300), expected));
  }

  private static void arrive(Handle handle, NumberedReport report) {
    byte[] payload = Wire.REPORT.encode(report);
    ReportStore.add(
        handle,
        new ReportStore.Arrived(
            new ReportStore.Chain(report.speaker(), KEY), report, payload, payload),
        SIX_AM.plusSeconds(1));
    StandingStore.tell(handle, report);
  }

  private List<NumberedReport> story(AiringId airing, Random random) {
    List<Report> words = new ArrayList<>();
    words.add(new Report.Accepted(airing, SEQUENCE));
    words.add(new Report.Refused(airing, SEQUENCE, RefusalReason.EXPIRED));
    words.add(new Report.Refused(airing, SEQUENCE + 1, RefusalReason.EXPIRED));
    words.add(new Report.Ready(airing, DIGEST));
    words.add(heard(airing, random.nextBoolean()));
    words.add(new Report.Started(airing, SIX_AM.plusNanos(5)));
    Arrays.stream(Outcome.values()).forEach(outcome -> words.add(ended(airing, outcome)));
    List<NumberedReport> story = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      story.add(told(++number, words.get(random.nextInt(words.size()))));
    }
    return story;
  }

  private static List<NumberedReport> shuffled(List<NumberedReport> story, Random random) {
    List<NumberedReport> shuffled = new ArrayList<>(story);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static NumberedReport told(int number, Report report) {
    return told(SPEAKER, number, report);
  }

  private static NumberedReport told(SpeakerId speaker, int number, Report report) {
    return new NumberedReport(speaker, number, number == 1 ? null : DIGEST, SIX_AM, report);
  }

  private static Report heard(AiringId airing, boolean found) {
    return new Report.Heard(
        airing, found ? new Report.Heard.Match(60, 1_740) : null, -20, null, false);
  }

  private static Report ended(AiringId airing, Outcome outcome) {
    long rendered = outcome == Outcome.PLAYED ? 48_000 : 100;
    return new Report.Ended(airing, outcome, 48_000, rendered, SIX_AM.plusSeconds(1));
  }
}
