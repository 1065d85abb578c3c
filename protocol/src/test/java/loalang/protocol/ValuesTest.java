// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ValuesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T23:00:00Z");
  private static final AiringId AIRING = new AiringId("airing-1");
  private static final Digest DIGEST = Digest.of(new byte[] {1});

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "A-pole", "thôn-ba", "a/b", "a+b", "#", "-abc", "x y"})
  void nothing_that_could_bend_a_topic_is_a_speaker(String value) {
    assertThrows(IllegalArgumentException.class, () -> new SpeakerId(value));
  }

  @Test
  void a_refused_name_is_quoted_short_and_harmless() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new SpeakerId("\n".repeat(5000)));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.length() < 200 && !message.contains("\n"), message);
  }

  @Test
  void a_node_s_own_zone_is_told_from_a_hamlet() {
    assertEquals("node-thon-ba", PagingZone.only(new SpeakerId("thon-ba")).value());
    assertTrue(PagingZone.only(new SpeakerId("thon-ba")).holdsOneNode());
    assertFalse(new PagingZone("thon-ba").holdsOneNode());
  }

  @Test
  void a_digest_is_the_sha_256_of_the_bytes() {
    assertEquals( // FIPS 180-4 example: the empty message
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Digest.of(new byte[0]).hex());
  }

  @ParameterizedTest
  @CsvSource({"a, 63", "a, 65", "A, 64", "g, 64", "/, 64", ":, 64", "`, 64", "٣, 64"})
  void a_digest_of_another_form_is_refused(String letter, int times) {
    String hex = letter.repeat(times);

    assertThrows(IllegalArgumentException.class, () -> new Digest(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY, ROUTINE, true",
    "EMERGENCY, PRIORITY, true",
    "PRIORITY, ROUTINE, true",
    "ROUTINE, ROUTINE, false",
    "EMERGENCY, EMERGENCY, false",
    "ROUTINE, EMERGENCY, false"
  })
  void only_the_more_urgent_interrupts(Priority one, Priority other, boolean interrupts) {
    assertEquals(interrupts, one.preempts(other));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-60.1, 0.1, Double.NaN, Double.NEGATIVE_INFINITY})
  void a_gain_outside_its_range_is_refused(double decibels) {
    assertThrows(IllegalArgumentException.class, () -> new Gain(decibels));
  }

  @Test
  void twenty_decibels_less_is_a_tenth() {
    assertEquals(0.1, new Gain(-20).factor(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "67108865, 1", "1, 0", "1, -5", "1, 10801"})
  void a_recording_without_sound_or_without_end_is_refused(long bytes, long seconds) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RecordingRef(DIGEST, bytes, Duration.ofSeconds(seconds)));
  }

  @Test
  void played_cannot_be_claimed_for_fewer_frames_than_due() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Report.Ended(AIRING, Outcome.PLAYED, 48_000, 47_999, NOW));
    assertThrows(
        IllegalArgumentException.class, () -> new Report.Ended(AIRING, Outcome.PLAYED, 0, 0, NOW));
  }

  @Test
  void more_frames_than_due_cannot_be_rendered() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Report.Ended(AIRING, Outcome.PARTIAL, 10, 11, NOW));
  }

  @Test
  void only_the_first_report_of_a_node_has_none_before_it() {
    Report report = new Report.Accepted(AIRING, 1);
    SpeakerId speaker = new SpeakerId("thon-ba");
    assertThrows(
        IllegalArgumentException.class, () -> new NumberedReport(speaker, 1, DIGEST, NOW, report));
    assertThrows(
        IllegalArgumentException.class, () -> new NumberedReport(speaker, 2, null, NOW, report));
    assertThrows(
        IllegalArgumentException.class, () -> new NumberedReport(speaker, 0, null, NOW, report));
  }

  @Test
  void a_warrant_without_zones_or_without_time_is_refused() {
    CommuneId commune = new CommuneId("ha-dong");
    Set<PagingZone> zones = Set.of(new PagingZone("cho"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Warrant(1, Issuer.COMMUNE, commune, Set.of(), NOW, NOW.plusSeconds(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Warrant(1, Issuer.COMMUNE, commune, zones, NOW, NOW));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Warrant(0, Issuer.COMMUNE, commune, zones, NOW, NOW.plusSeconds(1)));
  }

  @Test
  void an_item_cannot_be_stale_before_it_is_due() {
    RecordingRef recording = new RecordingRef(DIGEST, 1, Duration.ofSeconds(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Order.Play(AIRING, recording, NOW, NOW.minusMillis(1), Priority.ROUTINE));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16383, 1", "16384, 1", "16385, 2", "67108864, 4096"})
  void a_recording_is_cut_into_whole_parts_and_a_rest(long bytes, int parts) {
    assertEquals(parts, Parts.count(bytes));
    long sum = 0;
    for (int i = 0; i < parts; i++) {
      assertEquals(sum, Parts.offset(i));
      sum += Parts.length(i, bytes);
    }
    assertEquals(bytes, sum);
  }

  @Test
  void nobody_can_want_a_part_that_does_not_exist() {
    assertThrows(
        IllegalArgumentException.class, () -> new Want(DIGEST, 100, List.of(new PartRange(0, 1))));
    assertThrows(IllegalArgumentException.class, () -> new Want(DIGEST, 100, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lower", "", "TWO WORDS", "_X"})
  void a_problem_has_a_stable_code(String code) {
    assertThrows(IllegalArgumentException.class, () -> new Problem(code, "What.", "Next."));
  }
}
