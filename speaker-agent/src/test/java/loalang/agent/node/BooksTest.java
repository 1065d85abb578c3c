// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.agent.broker.BrokerAddress;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.Identity;
import loalang.agent.journal.Fact;
import loalang.agent.journal.Journal;
import loalang.agent.outbox.ReportOutbox;
import loalang.agent.playout.Effect;
import loalang.agent.playout.Rendering;
import loalang.agent.trust.Station;
import loalang.agent.trust.Verdict;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.Gain;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BooksTest implements Effect.Hands {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final SigningKey OFFICE = SigningKey.generate();
  private static final CommuneId COMMUNE = new CommuneId("ha-dong");
  private static final Identity SELF =
      new Identity(
          SigningKey.generate(),
          new Station(new SpeakerId("loa-mot"), COMMUNE, Set.of(), List.of()),
          OFFICE.verifyKey(),
          new BrokerAddress("127.0.0.1", 1_883, null),
          "secret");
  private static final Digest SOUND = Digest.of(new byte[] {1});

  private final NodeClock clock = new NodeClock(InstantSource.fixed(NOON), () -> 0, true);
  private final List<String> done = new ArrayList<>();
  private long sequence;
  private Runnable atBegin = () -> {};

  private Verdict.Trusted trusted(Order order) {
    Warrant warrant =
        new Warrant(
            ++sequence,
            Issuer.COMMUNE,
            COMMUNE,
            Set.of(new PagingZone("thon-ba")),
            NOON,
            NOON.plusSeconds(900));
    return new Verdict.Trusted(OFFICE.verifyKey().id(), new IssuedOrder(warrant, order));
  }

  private static Order.Play play(String name) {
    RecordingRef recording = new RecordingRef(SOUND, 100, Duration.ofSeconds(10));
    return new Order.Play(
        new AiringId(name), recording, NOON, NOON.plusSeconds(120), Priority.ROUTINE);
  }

  private Books on(Journal journal) {
    return new Books(SELF, journal, clock, this);
  }

  private boolean obey(Books books, Order order) {
    Verdict.Trusted trusted = trusted(order);
    return books.attempt((playout, at) -> Orders.obeyed(trusted, playout, at), NOON);
  }

  @Test
  void what_was_promised_is_known_after_a_restart(@TempDir Path directory) {
    // Given
    Path file = directory.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      Books books = on(journal);
      assertTrue(obey(books, play("dang-cho")));
      assertTrue(obey(books, play("da-bat-dau")));
      assertTrue(obey(books, new Order.Stop(new AiringId("chua-den"))));
      assertTrue(obey(books, new Order.SetGain(new Gain(-12))));
      books.happened((playout, at) -> Change.of(playout.ready(SOUND, 480_000, at)), NOON);
      books.note(new Fact.AiringProgressed(new AiringId("dang-cho"), 96_000));
      books.note(new Fact.ReportsAcknowledged(2));
    }

    // When
    try (Journal journal = Journal.open(file)) {
      Books again = on(journal);

      // Then
      assertEquals(List.of("dang-cho"), begun(again));
      assertEquals(96_000, again.memory().brokenOff().get(0).framesRendered());
      assertEquals(1, again.memory().waiting().size());
      assertEquals(List.of(new AiringId("chua-den")), again.memory().stopped());
      assertEquals(new Volume(new Gain(-12), null), again.memory().volume());
      assertEquals(2, again.outbox().acknowledgedThrough());
      assertTrue(again.memory().windows().cover(OFFICE.verifyKey().id(), 4));
      assertFalse(again.memory().windows().cover(OFFICE.verifyKey().id(), 5));
    }
  }

  private static List<String> begun(Books books) {
    return books.memory().brokenOff().stream().map(one -> one.airing().value()).toList();
  }

  @Test
  void a_silence_holds_over_a_restart(@TempDir Path directory) {
    // Given
    Path file = directory.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      assertTrue(obey(on(journal), new Order.Silence(NOON.plusSeconds(60))));
    }
    done.clear();

    // When
    try (Journal journal = Journal.open(file)) {
      Books again = on(journal);
      obey(again, play("ban-tin"));
    }

    // Then
    assertEquals(List.of("Accepted", "fetch", "Ended"), done);
  }

  @Test
  void the_fewest_facts_add_up_to_the_same(@TempDir Path directory) {
    // Given
    try (Journal journal = Journal.open(directory.resolve("journal"))) {
      Books books = on(journal);
      obey(books, play("mot"));
      obey(books, play("hai"));
      obey(books, new Order.Stop(new AiringId("chua-den")));
      obey(books, new Order.Silence(NOON.minusSeconds(9)));
      books.note(new Fact.PlanTaken(LocalDate.of(2026, 11, 23), OFFICE.verifyKey().id(), 4));
      books.note(new Fact.KeysReported(Issuer.COMMUNE, 2));
      books.note(new Fact.ReleaseSeen());
      books.note(new Fact.DataSpent(LocalDate.of(2026, 11, 22), 77));
      books.happened((playout, at) -> Change.of(playout.ready(SOUND, 480_000, at)), NOON);
      Rendering whole = new Rendering(Outcome.PLAYED, 480_000, 480_000);
      books.happened(
          (playout, at) -> Change.of(playout.ended(new AiringId("mot"), whole, at)), NOON);
      books.note(new Fact.ReportsAcknowledged(3));

      // When
      List<Fact> snapshot = books.memory().snapshot();
      ReportOutbox outbox = new ReportOutbox();
      Memory again = new Memory(outbox);
      again.tell(snapshot);

      // Then
      assertEquals(snapshot, again.snapshot());
      assertEquals(
          4, again.standing().edition(LocalDate.of(2026, 11, 23), OFFICE.verifyKey().id()));
      assertEquals(2, again.standing().keysReported(Issuer.COMMUNE));
      assertEquals(Optional.of(77L), again.standing().spent().map(Fact.DataSpent::bytes));
      assertTrue(again.standing().releaseSeen());
      assertEquals(books.memory().waiting(), again.waiting());
      assertEquals(books.memory().brokenOff(), again.brokenOff());
      assertEquals(books.memory().over(), again.over());
      assertEquals(books.memory().windows(), again.windows());
      assertEquals(books.outbox().chainEnd(), outbox.chainEnd());
      assertEquals(books.outbox().unacknowledged(), outbox.unacknowledged());
    }
  }

  @Test
  void while_the_disk_takes_nothing_nothing_is_promised_nothing_begins_and_silence_still_works(
      @TempDir Path directory) {
    // Given
    Journal journal = Journal.open(directory.resolve("journal"));
    Books books = on(journal);
    obey(books, play("dang-phat"));
    books.happened((playout, at) -> Change.of(playout.ready(SOUND, 480_000, at)), NOON);
    obey(books, play("sau-do"));
    done.clear();

    // When
    journal.close();

    // Then
    assertFalse(obey(books, play("moi")));
    assertFalse(books.playout().knows(new AiringId("moi")));
    Rendering whole = new Rendering(Outcome.PLAYED, 480_000, 480_000);
    books.happened(
        (playout, at) -> Change.of(playout.ended(new AiringId("dang-phat"), whole, at)), NOON);
    assertTrue(books.isBehind());
    assertEquals(List.of(), done, "no report, no start");
  }

  @Test
  void a_stop_silences_even_when_it_cannot_be_written_down(@TempDir Path directory) {
    // Given
    Journal journal = Journal.open(directory.resolve("journal"));
    Books books = on(journal);
    obey(books, play("dang-phat"));
    books.happened((playout, at) -> Change.of(playout.ready(SOUND, 480_000, at)), NOON);
    done.clear();
    journal.close();

    // When
    assertFalse(obey(books, new Order.Stop(new AiringId("dang-phat"))));

    // Then
    assertEquals(List.of("halt dang-phat"), done);
  }

  @Test
  void a_stop_silences_while_older_news_waits_for_the_disk(@TempDir Path directory) {
    // Given
    Books books = soundingOnAFullDisk(directory);

    // When
    assertFalse(obey(books, new Order.Stop(new AiringId("dang-phat"))));

    // Then
    assertEquals(List.of("halt dang-phat"), done);
  }

  @Test
  void quiet_hours_silence_while_older_news_waits_for_the_disk(@TempDir Path directory) {
    // Given
    Books books = soundingOnAFullDisk(directory);
    Instant ninePm = NOON.plus(Duration.ofHours(9));

    // When
    assertFalse(books.attempt((playout, at) -> Change.of(playout.tick(at)), NOON.plusSeconds(9)));
    assertEquals(List.of(), done, "not before");
    assertFalse(books.attempt((playout, at) -> Change.of(playout.tick(at)), ninePm));

    // Then
    assertEquals(List.of("halt dang-phat"), done);
  }

  private Books soundingOnAFullDisk(Path directory) {
    Journal journal = Journal.open(directory.resolve("journal"));
    Books books = on(journal);
    obey(books, play("dang-phat"));
    books.happened((playout, at) -> Change.of(playout.ready(SOUND, 480_000, at)), NOON);
    journal.close();
    books.happened(
        (playout, at) -> Change.of(playout.started(new AiringId("dang-phat"), at)), NOON);
    assertTrue(books.isBehind());
    done.clear();
    return books;
  }

  @Test
  void an_airing_is_in_the_journal_as_begun_before_it_sounds(@TempDir Path directory) {
    // Given
    Path file = directory.resolve("journal");
    atBegin =
        () -> {
          try (Journal copy = Journal.open(file)) {
            boolean written =
                copy.history().stream().anyMatch(fact -> fact instanceof Fact.AiringStarted);
            done.add(written ? "written" : "not written");
          }
        };

    // When
    try (Journal journal = Journal.open(file)) {
      Books books = on(journal);
      obey(books, play("ban-tin"));
      books.happened((playout, at) -> Change.of(playout.ready(SOUND, 480_000, at)), NOON);
    }

    // Then
    assertEquals(List.of("Accepted", "fetch", "Ready", "written", "begin ban-tin"), done);
  }

  @Override
  public void say(Report report) {
    done.add(report.getClass().getSimpleName());
  }

  @Override
  public void fetch(RecordingRef recording) {
    done.add("fetch");
  }

  @Override
  public void begin(Effect.Begin begin) {
    atBegin.run();
    done.add("begin " + begin.airing());
  }

  @Override
  public void halt(AiringId airing) {
    done.add("halt " + airing);
  }

  @Override
  public void over(AiringId airing) {}
}
