// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.controller.plans.PlanMaker.Before;
import loalang.controller.plans.PlanMaker.Made;
import loalang.controller.speakers.Speaker;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Release;
import loalang.protocol.plan.PlannedPlay;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.CueTerms;
import loalang.schedules.LateRule;
import loalang.schedules.echo.EchoDelay;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanMakerTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final Instant EVENING = NOON.plus(Duration.ofHours(5));
  private static final Before NOTHING = new Before(List.of(), Set.of(), Map.of());

  private static final List<Speaker> SPEAKERS = List.of(speaker("mot"), speaker("hai"));

  private final PlanMaker maker = maker(cue -> Optional.empty());

  @Test
  void a_cue_becomes_an_airing_of_its_name_its_day_and_its_sound() {
    Made made = maker.make(List.of(cue("hop", "tin", EVENING)), NOTHING, NOON);

    Entry entry = made.entries().get(0);
    assertEquals(new AiringId("hop"), entry.airing());
    assertEquals(LocalDate.of(2026, 11, 23), entry.date());
    assertEquals(EVENING, entry.plays().get(0).play().startAt());
    assertEquals(EVENING.plusSeconds(60), entry.latestStart());
    assertEquals(sound("tin"), entry.plays().get(0).play().recording());
  }

  @Test
  void the_day_is_the_communes_and_not_greenwichs() {
    Instant six = Instant.parse("2026-11-23T23:00:00Z");
    Made made = maker.make(List.of(cue("sang", "tin", six)), NOTHING, NOON);
    assertEquals(LocalDate.of(2026, 11, 24), made.entries().get(0).date());
  }

  @Test
  void what_has_no_sound_yet_is_not_planned_and_is_wanted() {
    Made made =
        maker.make(
            List.of(cue("hop", "cam", EVENING), cue("khac", "khong-co", EVENING)), NOTHING, NOON);
    assertEquals(List.of(), made.entries());
    assertEquals(Set.of(new AnnouncementId("cam")), made.unrendered());
  }

  @Test
  void what_nobody_hears_is_not_planned() {
    Cue far = cue("hop", EVENING, "thon-bay", CueTerms.NONE);
    assertEquals(List.of(), maker.make(List.of(far), NOTHING, NOON).entries());
  }

  @Test
  void what_was_due_stays_as_it_is_although_the_schedule_speaks_of_it_no_more() {
    Entry due = maker.make(List.of(cue("hop", "tin", EVENING)), NOTHING, NOON).entries().get(0);
    Made later = maker.make(List.of(), before(due), EVENING.plusSeconds(30));
    assertEquals(List.of(due), later.entries());
    assertEquals(List.of(), later.withdrawn());
  }

  @Test
  void what_is_planned_no_more_and_has_not_begun_is_withdrawn() {
    Entry gone = maker.make(List.of(cue("hop", "tin", EVENING)), NOTHING, NOON).entries().get(0);
    Made later = maker.make(List.of(), before(gone), NOON);
    assertEquals(List.of(), later.entries());
    assertEquals(List.of(gone), later.withdrawn());
  }

  @Test
  void what_comes_back_has_another_name() {
    Before withdrawn = new Before(List.of(), Set.of(), Map.of(new CueId("hop"), 1));
    Made again = maker.make(List.of(cue("hop", "tin", EVENING)), withdrawn, NOON);
    assertEquals(new AiringId("hop-2"), again.entries().get(0).airing());
  }

  @Test
  void what_moves_to_another_day_has_another_name_because_the_days_come_in_any_order() {
    Entry before = maker.make(List.of(cue("hop", "tin", EVENING)), NOTHING, NOON).entries().get(0);
    Cue moved = cue("hop", "tin", EVENING.plus(Duration.ofHours(10)));
    Made made = maker.make(List.of(moved), before(before), NOON);
    assertEquals(List.of(before), made.withdrawn());
    assertEquals(new AiringId("hop-2"), made.entries().get(0).airing());
  }

  @Test
  void what_an_officer_stopped_stays_stopped() {
    Entry planned = maker.make(List.of(cue("hop", "tin", EVENING)), NOTHING, NOON).entries().get(0);
    Before stopped = new Before(List.of(planned), Set.of(new CueId("hop")), Map.of());
    Made made = maker.make(List.of(cue("hop", "tin", EVENING)), stopped, NOON);
    assertEquals(List.of(), made.entries());
    assertEquals(List.of(planned), made.withdrawn());
  }

  @Test
  void neighbours_start_later_under_the_same_name() {
    CueTerms echo =
        new CueTerms(
            Set.of(),
            List.of(),
            List.of(
                new EchoDelay("duong", Set.of(new PagingZone("thon-hai")), Duration.ofMillis(400))),
            null);
    Made made = maker.make(List.of(cue("hop", EVENING, "xa", echo)), NOTHING, NOON);

    List<PlannedPlay> plays = made.entries().get(0).plays();
    assertEquals(2, plays.size());
    assertEquals(Set.of(PagingZone.only(new SpeakerId("mot"))), plays.get(0).zones());
    assertEquals(EVENING.plusMillis(400), plays.get(1).play().startAt());
    assertEquals(plays.get(0).play().airing(), plays.get(1).play().airing());
  }

  @Test
  void two_people_travel_with_what_they_let_out() {
    Release release = new Release("lan", "minh");
    Made made =
        maker(cue -> Optional.of(release)).make(List.of(cue("hop", "tin", EVENING)), NOTHING, NOON);
    assertEquals(release, made.entries().get(0).plays().get(0).play().release());
  }

  @Test
  void what_nobody_approved_stands_in_no_plan() {
    PlanMaker strict =
        maker(
            new PlanMaker.Leave(
                cue -> Optional.empty(),
                card -> !card.id().value().equals("tin"),
                PlanMakerTest::own));
    List<Cue> rundown = List.of(cue("hop", "tin", EVENING), cue("chao", "loi-chao", EVENING));
    assertEquals(1, strict.make(rundown, NOTHING, NOON).entries().size());
    assertEquals(2, maker.make(rundown, NOTHING, NOON).entries().size());
  }

  @Test
  void each_pole_is_planned_to_hear_the_version_of_its_zone() {
    RecordingRef other = sound("tieng-mong");
    PlanMaker mixed =
        maker(
            new PlanMaker.Leave(
                cue -> Optional.empty(),
                card -> true,
                (cue, card) ->
                    speaker ->
                        speaker.id().value().equals("mot")
                            ? other
                            : card.recording().orElseThrow()));

    List<PlannedPlay> plays =
        mixed.make(List.of(cue("hop", "tin", EVENING)), NOTHING, NOON).entries().get(0).plays();

    assertEquals(2, plays.size());
    assertEquals(
        Set.of(other, sound("tin")),
        plays.stream().map(play -> play.play().recording()).collect(Collectors.toSet()));
  }

  @Test
  void an_emergency_nobody_released_is_in_no_plan_because_poles_would_refuse_the_whole() {
    Cue storm =
        new Cue(
            new CueId("bao"),
            new AnnouncementId("tin"),
            Set.of(new PagingZone("xa")),
            Priority.EMERGENCY,
            EVENING,
            LateRule.USUAL);
    List<Cue> rundown = List.of(storm, cue("hop", "tin", EVENING));
    assertEquals(1, maker.make(rundown, NOTHING, NOON).entries().size());
    Function<Cue, Optional<Release>> two = cue -> Optional.of(new Release("lan", "minh"));
    assertEquals(2, maker(two).make(rundown, NOTHING, NOON).entries().size());
  }

  @Test
  void a_long_name_is_shortened_so_that_two_never_meet() {
    CueId one = new CueId("a".repeat(63) + "b");
    CueId other = new CueId("a".repeat(63) + "c");
    assertEquals(64, AiringNames.of(one, 1).value().length());
    assertNotEquals(AiringNames.of(one, 1), AiringNames.of(other, 1));
    assertNotEquals(AiringNames.of(one, 1), AiringNames.of(one, 2));
  }

  private static Before before(Entry entry) {
    return new Before(List.of(entry), Set.of(), Map.of());
  }

  private static PlanMaker maker(Function<Cue, Optional<Release>> releases) {
    return maker(new PlanMaker.Leave(releases, card -> true, PlanMakerTest::own));
  }

  private static PlanMaker maker(PlanMaker.Leave leave) {
    return new PlanMaker(VIETNAM, SPEAKERS, PlanMakerTest::notice, leave);
  }

  private static Function<Speaker, RecordingRef> own(Cue cue, NoticeCard card) {
    return speaker -> card.recording().orElseThrow();
  }

  private static Optional<NoticeCard> notice(AnnouncementId id) {
    return switch (id.value()) {
      case "khong-co" -> Optional.empty();
      case "cam" -> Optional.of(card(id, Optional.empty()));
      default -> Optional.of(card(id, Optional.of(sound(id.value()))));
    };
  }

  private static NoticeCard card(AnnouncementId id, Optional<RecordingRef> sound) {
    return new NoticeCard(id, "Tin", "Mời họp.", false, NOON, sound, Optional.empty());
  }

  private static RecordingRef sound(String name) {
    byte[] bytes = name.getBytes(UTF_8);
    return new RecordingRef(Digest.of(bytes), bytes.length, Duration.ofSeconds(20));
  }

  private static Cue cue(String id, String notice, Instant start) {
    return cue(id, notice, start, new Where("xa", CueTerms.NONE));
  }

  private static Cue cue(String id, Instant start, String zone, CueTerms terms) {
    return cue(id, "tin", start, new Where(zone, terms));
  }

  private record Where(String zone, CueTerms terms) {}

  private static Cue cue(String id, String notice, Instant start, Where where) {
    return new Cue(
        new CueId(id),
        new AnnouncementId(notice),
        Set.of(new PagingZone(where.zone())),
        Priority.ROUTINE,
        start,
        LateRule.USUAL,
        where.terms());
  }

  private static Speaker speaker(String name) {
    return new Speaker(
        new SpeakerId(name),
        Set.of(new PagingZone("xa"), new PagingZone("thon-" + name)),
        SigningKey.generate().verifyKey(),
        true,
        Optional.empty(),
        Optional.empty());
  }
}
