// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import loalang.agent.broker.BrokerAddress;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.Identity;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Journal;
import loalang.agent.playback.Amplifier;
import loalang.agent.playback.FileOutput;
import loalang.agent.playback.Player;
import loalang.agent.playout.Effect;
import loalang.agent.playout.HourlyGain;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.recordings.Recordings;
import loalang.agent.shelf.PlanShelf;
import loalang.agent.trust.KeyRing;
import loalang.agent.trust.Station;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.report.Report;
import loalang.protocol.state.Machine;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan desk over a real journal and a real shelf, killed between any two steps. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanDeskTest implements Effect.Hands, PlanDesk.Stock {
  private static final Instant SIX = Instant.parse("2026-11-22T23:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final CommuneId COMMUNE = new CommuneId("ha-dong");
  private static final PagingZone ZONE = new PagingZone("thon-ba");
  private static final SigningKey OFFICE = SigningKey.generate();
  private static final Identity SELF =
      new Identity(
          SigningKey.generate(),
          new Station(
              new SpeakerId("loa-mot"),
              COMMUNE,
              Set.of(ZONE),
              List.of(new TrustedKey(OFFICE.verifyKey(), Issuer.COMMUNE))),
          OFFICE.verifyKey(),
          new BrokerAddress("127.0.0.1", 1_883, null),
          "secret");

  private final List<String> done = new ArrayList<>();
  private Path directory;
  private Instant now = SIX.minusSeconds(600);
  private Journal journal;
  private Player player;
  private Books books;
  private PlanDesk desk;

  @BeforeEach
  void a_pole(@TempDir Path fresh) {
    directory = fresh;
    start();
  }

  @AfterEach
  void it_ends() {
    journal.close();
    player.close();
  }

  private void start() {
    NodeClock clock = new NodeClock(() -> now, () -> 0, true);
    journal = Journal.open(directory.resolve("journal"));
    Amplifier amplifier = new Amplifier(Amplifier.Switch.NONE);
    player = new Player(new FileOutput(directory, true), true, clock, amplifier);
    KeyRing ring = KeyRing.of(SELF.station().trusted());
    NodeParts parts =
        new NodeParts(
            SELF,
            "test",
            "none",
            Duration.ofSeconds(15),
            PlayoutRules.DEFAULT,
            true,
            clock,
            ring,
            new KeyRingStore(directory),
            journal,
            player,
            new Recordings.Shelf(directory, 1, () -> 1, 1, ZoneOffset.UTC),
            new PlanShelf(directory.resolve("plans")),
            new Body(() -> Machine.SILENT, List::of, player, false),
            HourlyGain.LEVEL,
            new Random(1),
            new LifeLines(
                new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                SELF.station().speaker()));
    books = new Books(SELF, journal, clock, this);
    books.rule(ReleaseWatch.rules(parts, books.memory().standing()));
    Health health = new Health(parts);
    desk = new PlanDesk(parts, new Trust(SELF.station(), ring), books, health);
    desk.begin();
  }

  /** As kill -9 would, then a new start. */
  private void crash() {
    it_ends();
    done.clear();
    start();
  }

  private static Order.Play play(String name, Priority priority) {
    RecordingRef recording = new RecordingRef(Digest.of(new byte[1]), 9, Duration.ofSeconds(9));
    return new Order.Play(new AiringId(name), recording, SIX, SIX.plusSeconds(60), priority);
  }

  private static byte[] plan(long edition, String... names) {
    return plan(edition, Arrays.stream(names).map(name -> play(name, Priority.ROUTINE)).toList());
  }

  private static byte[] plan(long edition, List<Order.Play> all) {
    return sealed(new DayPlan(MONDAY, edition, planned(all)));
  }

  private static List<PlannedPlay> planned(List<Order.Play> all) {
    return all.stream().map(play -> new PlannedPlay(Set.of(ZONE), play)).toList();
  }

  private static byte[] sealed(DayPlan plan) {
    Warrant warrant =
        new Warrant(
            plan.edition(),
            Issuer.COMMUNE,
            COMMUNE,
            Set.of(ZONE),
            SIX.minusSeconds(9_000),
            SIX.plusSeconds(9_000));
    return new EnvelopeSigner(OFFICE)
        .seal(MessageType.PLAN, Wire.PLAN.encode(new IssuedPlan(warrant, plan)));
  }

  private Path file() {
    return directory.resolve("plans/2026-11-23.jws");
  }

  private List<String> waiting() {
    desk.timePassed();
    return books.playout().waitingItems().stream().map(item -> item.airing().value()).toList();
  }

  @Test
  void a_plan_is_taken_told_and_handed_over_and_all_of_it_again_after_a_crash() {
    // When
    desk.arrived(plan(1, "mot", "hai"));
    desk.tellReadiness(this);
    desk.tellReadiness(this);

    // Then
    assertEquals(List.of("PlanHeld"), done);
    assertEquals(List.of("mot", "hai"), waiting());
    crash();
    assertEquals(List.of("mot", "hai"), waiting());
    desk.tellReadiness(this);
    assertEquals(List.of("fetch", "fetch", "PlanHeld"), done);
  }

  @Test
  void what_is_far_off_is_not_handed_over_yet() {
    now = SIX.minusSeconds(3_601);
    desk.arrived(plan(1, "mot"));
    assertEquals(List.of(), waiting());
    now = SIX.minusSeconds(3_600);
    assertEquals(List.of("mot"), waiting());
  }

  @Test
  void killed_between_draft_and_journal_the_new_edition_is_taken_in_the_next_start()
      throws IOException {
    // Given
    desk.arrived(plan(1, "mot", "hai"));
    Files.write(file().resolveSibling("2026-11-23.jws.new"), plan(2, "hai"));

    // When
    crash();

    // Then
    assertEquals(List.of("Ended"), done, "the withdrawal is told");
    assertEquals(List.of("hai"), waiting());
    assertTrue(Files.notExists(file().resolveSibling("2026-11-23.jws.new")));
    desk.arrived(plan(1, "mot", "hai"));
    assertEquals(List.of("hai"), waiting());
  }

  @Test
  void killed_between_journal_and_place_nothing_is_told_twice() throws IOException {
    // Given
    byte[] first = plan(1, "mot", "hai");
    byte[] second = plan(2, "hai");
    desk.arrived(first);
    desk.arrived(second);
    Files.write(file(), first);
    Files.write(file().resolveSibling("2026-11-23.jws.new"), second);

    // When
    crash();

    // Then
    assertEquals(List.of(), done);
    assertEquals(List.of("hai"), waiting());
  }

  @Test
  void a_file_torn_at_any_byte_is_no_plan_and_the_same_edition_is_taken_again() throws IOException {
    // Given
    byte[] whole = plan(3, "mot");
    desk.arrived(whole);

    for (int cut = 0; cut < whole.length; cut += 29) {
      // When
      Files.write(file(), Arrays.copyOf(whole, cut));
      crash();

      // Then
      assertEquals(List.of(), waiting(), "cut at byte " + cut);
      assertTrue(Files.notExists(file()));
      desk.arrived(plan(2, "gia"));
      desk.arrived(whole);
      assertEquals(List.of("mot"), waiting(), "cut at byte " + cut);
    }
  }

  @Test
  void a_plan_under_the_wrong_date_is_void() throws IOException {
    desk.arrived(plan(1, "mot"));
    Files.move(file(), file().resolveSibling("2026-11-24.jws"));
    crash();
    assertEquals(List.of(), waiting());
  }

  @Test
  void while_the_disk_takes_nothing_the_old_edition_stands_and_the_newest_waits()
      throws IOException {
    // Given
    desk.arrived(plan(1, "mot", "hai"));
    Path inTheWay = Files.createDirectory(file().resolveSibling("2026-11-23.jws.new"));
    Path inside = Files.writeString(inTheWay.resolve("day"), "");

    // When
    desk.arrived(plan(3, "hai"));
    desk.arrived(plan(2, "mot")); // an old one may be said again
    assertEquals(List.of("mot", "hai"), waiting());

    // Then, when there is room
    Files.delete(inside);
    Files.delete(inTheWay);
    now = now.plusSeconds(9);
    assertEquals(List.of("mot", "hai"), waiting());
    now = now.plusSeconds(1);
    assertEquals(List.of("hai"), waiting());
  }

  @Test
  void a_day_off_says_of_each_airing_that_it_was_too_late() {
    desk.arrived(plan(1, "mot", "hai"));
    now = SIX.plusSeconds(80_000);
    crash();
    assertEquals(List.of(), waiting());
    assertEquals(List.of("Ended", "Ended"), done);
    now = SIX.plusSeconds(9_000 + 86_401);
    desk.timePassed();
    assertTrue(Files.notExists(file()));
  }

  @Test
  void a_refusal_is_told_once() {
    now = SIX.plusSeconds(9_000);
    desk.arrived(plan(1, "mot"));
    desk.arrived(plan(1, "mot"));
    assertEquals(List.of("PlanRefused"), done);
  }

  @Test
  void an_emergency_that_nobody_released_is_refused_alone_and_the_others_play() {
    // Given
    Release release = new Release("lan", "minh");
    Order.Play storm = play("bao", Priority.EMERGENCY);
    List<Order.Play> strict =
        List.of(play("mot", Priority.ROUTINE), play("tha", Priority.EMERGENCY).releasedBy(release));
    desk.arrived(plan(1, strict));
    assertEquals(List.of("mot", "tha"), waiting());
    done.clear();

    // When
    desk.arrived(plan(2, List.of(play("mot", Priority.ROUTINE), storm)));

    // Then
    assertEquals(List.of("Ended", "Refused"), done, "what was taken out is withdrawn");
    assertEquals(List.of("mot"), waiting());
    crash();
    assertEquals(List.of("mot"), waiting());
    assertEquals(List.of("Refused", "fetch"), done, "told again, in case it was not before");
    desk.arrived(plan(3, List.of(storm.releasedBy(release))));
    assertEquals(List.of("bao"), waiting(), "a refusal is no end");
  }

  @Test
  void what_was_planned_before_releases_were_asked_for_is_refused_when_it_comes_near() {
    // Given
    now = SIX.minusSeconds(7_200);
    desk.arrived(plan(1, List.of(play("bao", Priority.EMERGENCY))));

    // When
    Order.Play other = play("tha", Priority.EMERGENCY).releasedBy(new Release("lan", "minh"));
    desk.arrived(sealed(new DayPlan(MONDAY.plusDays(1), 1, planned(List.of(other)))));
    now = SIX.minusSeconds(600);

    // Then
    assertEquals(List.of("tha"), waiting());
    assertEquals(List.of("Refused", "fetch"), done);
  }

  @Override
  public boolean isWhole(Digest recording) {
    return true;
  }

  @Override
  public boolean isChecking(Digest recording) {
    return false;
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
    done.add("begin");
  }

  @Override
  public void halt(AiringId airing) {
    done.add("halt");
  }

  @Override
  public void over(AiringId airing) {}
}
