// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant SIX = Instant.parse("2026-11-22T23:00:00Z");
  private static final VerifyKey KEY =
      new VerifyKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"); // RFC 8037, A.2

  @Test
  void an_airing_stands_once_in_a_plan() {
    PlannedPlay one = planned(1, SIX);
    assertThrows(IllegalArgumentException.class, () -> new DayPlan(DAY, 1, List.of(one, one)));
  }

  @Test
  void an_airing_may_start_a_little_later_for_the_neighbours() {
    PlannedPlay one = planned(1, SIX);
    Order.Play play = one.play();
    PlannedPlay neighbour =
        new PlannedPlay(
            Set.of(new PagingZone("ben-kia")),
            new Order.Play(
                play.airing(),
                play.recording(),
                play.startAt().plusMillis(400),
                play.latestStart().plusMillis(400),
                play.priority()));
    DayPlan plan = new DayPlan(DAY, 1, List.of(one, neighbour));
    assertEquals(2, plan.plays().size());
  }

  @Test
  void a_plan_is_in_the_order_of_its_starts() {
    List<PlannedPlay> backwards = List.of(planned(1, SIX.plusSeconds(1)), planned(2, SIX));
    assertThrows(IllegalArgumentException.class, () -> new DayPlan(DAY, 1, backwards));
  }

  @Test
  void two_airings_may_start_together() {
    List<PlannedPlay> together = List.of(planned(1, SIX), planned(2, SIX));
    assertEquals(together, new DayPlan(DAY, 1, together).plays());
  }

  @Test
  void the_first_edition_is_one() {
    assertThrows(IllegalArgumentException.class, () -> new DayPlan(DAY, 0, List.of()));
  }

  @Test
  void a_day_takes_no_more_than_its_limit() {
    assertEquals(DayPlan.MOST_PLAYS, new DayPlan(DAY, 1, many(DayPlan.MOST_PLAYS)).plays().size());
    List<PlannedPlay> tooMany = many(DayPlan.MOST_PLAYS + 1);
    assertThrows(IllegalArgumentException.class, () -> new DayPlan(DAY, 1, tooMany));
  }

  @Test
  void the_fullest_day_fits_into_its_envelope() {
    Warrant warrant =
        new Warrant(
            1,
            Issuer.COMMUNE,
            new CommuneId("ha-dong"),
            Set.of(new PagingZone("xa")),
            SIX,
            SIX.plusSeconds(86_400));
    DayPlan full = new DayPlan(DAY, 1, many(DayPlan.MOST_PLAYS));
    byte[] envelope =
        new EnvelopeSigner(SigningKey.generate())
            .seal(MessageType.PLAN, Wire.PLAN.encode(new IssuedPlan(warrant, full)));
    assertTrue(envelope.length < MessageType.PLAN.maxEnvelopeBytes(), envelope.length + " bytes");
  }

  @Test
  void an_airing_for_nobody_is_none() {
    Order.Play play = planned(1, SIX).play();
    assertThrows(IllegalArgumentException.class, () -> new PlannedPlay(Set.of(), play));
  }

  @Test
  void a_plan_with_a_hole_in_one_airing_is_malformed_and_says_where() {
    String holed =
        """
        {"warrant":{"sequence":1,"issuer":"commune","commune":"ha-dong","zones":["xa"],
        "notBefore":"2026-11-22T22:59:00Z","expires":"2026-11-22T23:10:00Z"},
        "plan":{"date":"2026-11-23","edition":1,"plays":[{"zones":["xa"]}]}}""";
    Decoded.Malformed<?> malformed =
        assertInstanceOf(Decoded.Malformed.class, Wire.PLAN.decode(holed.getBytes(UTF_8)));
    assertTrue(malformed.why().contains("play"), malformed.why());
  }

  @ParameterizedTest
  @CsvSource({"lan,lan", "lan,''", "'',minh", "Lan,minh", "lan,a b"})
  void a_release_takes_two_people_with_account_names(String first, String second) {
    assertThrows(IllegalArgumentException.class, () -> new Release(first, second));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "AAECAwQFBgcICQoLDA0O+w", "AAECAwQFBgcICQoLDA0O w"})
  void a_nonce_is_long_and_plain(String nonce) {
    SpeakerId speaker = new SpeakerId("thon-ba");
    assertThrows(IllegalArgumentException.class, () -> new ClockQuestion(speaker, nonce));
    assertThrows(IllegalArgumentException.class, () -> new ClockAnswer(speaker, nonce, SIX, SIX));
  }

  @ParameterizedTest
  @CsvSource({"A, 21, false", "A, 22, true", "z, 64, true", "9, 65, false", "_, 22, true"})
  void a_nonce_has_22_to_64_letters(String letter, int times, boolean allowed) {
    SpeakerId speaker = new SpeakerId("thon-ba");
    String nonce = letter.repeat(times);

    if (allowed) {
      assertEquals(nonce, new ClockQuestion(speaker, nonce).nonce());
    } else {
      assertThrows(IllegalArgumentException.class, () -> new ClockQuestion(speaker, nonce));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "[", "`", "{", "/", ":", "+", "é"})
  void a_nonce_is_of_base64url(String letter) {
    SpeakerId speaker = new SpeakerId("thon-ba");

    assertThrows(
        IllegalArgumentException.class, () -> new ClockQuestion(speaker, letter.repeat(22)));
  }

  @Test
  void an_answer_is_not_written_before_the_question_came() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ClockAnswer(
                new SpeakerId("thon-ba"), "AAECAwQFBgcICQoLDA0ODw", SIX, SIX.minusNanos(1)));
  }

  @Test
  void a_statement_about_a_level_holds_keys_of_that_level_alone() {
    List<TrustedKey> province = List.of(new TrustedKey(KEY, Issuer.PROVINCE));
    CommuneId commune = new CommuneId("ha-dong");
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeyStatement(commune, Issuer.COMMUNE, 1, province));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, KeyStatement.MOST_KEYS})
  void a_statement_may_hold_no_key_and_up_to_its_limit(int count) {
    List<TrustedKey> keys =
        IntStream.range(0, count).mapToObj(i -> new TrustedKey(KEY, Issuer.COMMUNE)).toList();
    assertEquals(
        count, new KeyStatement(new CommuneId("ha-dong"), Issuer.COMMUNE, 1, keys).keys().size());
  }

  @Test
  void a_plan_cannot_lack_more_than_it_holds() {
    List<AiringId> lacking = List.of(new AiringId("a-1"), new AiringId("a-2"));
    assertThrows(IllegalArgumentException.class, () -> new Report.PlanHeld(DAY, 1, 1, lacking));
  }

  @Test
  void a_clock_is_not_wrong_by_less_than_nothing() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new loalang.protocol.report.NumberedReport(
                new SpeakerId("thon-ba"),
                1,
                null,
                SIX,
                new Report.OrderObeyed(1),
                Duration.ofNanos(-1)));
  }

  private static List<PlannedPlay> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> planned(i, SIX.plusSeconds(i))).toList();
  }

  private static PlannedPlay planned(int number, Instant at) {
    RecordingRef recording =
        new RecordingRef(Digest.of(new byte[] {(byte) number}), 100, Duration.ofSeconds(40));
    AiringId airing = new AiringId("tiem-chung-20261123-0600-%04d".formatted(number));
    return new PlannedPlay(
        Set.of(new PagingZone("thon-hai"), new PagingZone("thon-ba")),
        new Order.Play(airing, recording, at, at.plusSeconds(120), Priority.ROUTINE));
  }
}
