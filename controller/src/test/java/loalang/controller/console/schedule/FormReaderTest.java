// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.schedule.PlanForm.Manner;
import loalang.controller.console.schedule.PlanForm.When;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.SheetEdit.Section;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an officer writes into the form of the schedule, and what it means. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormReaderTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final When DAILY = new When("2026-11-25", "", Set.of("1", "3"), "", Set.of());

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "05:45 | [05:45]",
        "5:45 | [05:45]",
        "5h45 | [05:45]",
        "17h, 5h30 | [05:30, 17:00]",
        "05:45; 17:15 | [05:45, 17:15]",
        "05:45:30 | [05:45:30]",
      })
  void times_are_understood_as_people_write_them(String written, String meant) {
    Campaign campaign = campaign(form("Thuế", written));

    assertEquals(meant, ((Campaign.Placement.AtTimes) campaign.placement()).times().toString());
  }

  @ParameterizedTest(name = "{3}: \"{0}\" at \"{1}\", late {2}")
  @CsvSource({
    "'', 05:45, 1, PLAN_TITLE_MISSING",
    "Thuế, '', 1, PLAN_TIME_INVALID",
    "Thuế, chiều, 1, PLAN_TIME_INVALID",
    "Thuế, 25:00, 1, PLAN_TIME_INVALID",
    "Thuế, 05:45, lâu, PLAN_NUMBER_INVALID",
    "Thuế, 05:45, 1441, PLAN_NUMBER_INVALID",
  })
  void what_is_missing_is_named(String title, String times, String late, String code) {
    PlanForm form =
        new PlanForm(
            Section.CAMPAIGNS,
            "",
            title,
            List.of("tin"),
            Set.of("thon-1"),
            new When("", "", Set.of("1"), times, Set.of()),
            new Manner("1", "daily", "routine", late));

    assertEquals(code, refusal(form));
  }

  @Test
  void a_campaign_that_says_nothing_is_refused() {
    PlanForm form =
        new PlanForm(
            Section.CAMPAIGNS, "", "Thuế", List.of(), Set.of("thon-1"), DAILY, Manner.USUAL);

    assertEquals("PLAN_NOTICE_MISSING", refusal(form));
  }

  @Test
  void days_that_leave_no_day_and_places_that_are_none_are_refused() {
    PlanForm backward =
        new PlanForm(
            Section.CAMPAIGNS,
            "",
            "Thuế",
            List.of("tin"),
            Set.of("thon-1"),
            new When("2026-11-25", "2026-11-24", Set.of("1"), "05:45", Set.of()),
            Manner.USUAL);

    assertEquals("PLAN_DAYS_INVALID", refusal(backward));
    assertEquals("AIRING_WITHOUT_ZONE", refusal(form("Thuế", "05:45").in(Set.of())));
  }

  @Test
  void what_the_form_has_no_field_for_stays_as_it_was() {
    Thing known =
        new Thing.OfCampaign(
            ProgrammeFile.read(
                    """
                    campaigns:
                      - id: thue
                        title: Thuế
                        days: daily
                        except: 2026-12-01
                        holidays: skip
                        zones: thon-1
                        origin: province
                        voices: [{zones: thon-1, dialect: southern}]
                        announcements: thue
                        lasts: 90s
                        at: "06:00"
                        late: merge within 20m
                    """)
                .campaigns()
                .get(0));

    Thing again = new FormReader(PlanForm.of(known, VIETNAM), VIETNAM).read(Optional.of(known));

    assertEquals(known, again);
  }

  @Test
  void a_single_airing_is_at_the_clock_of_the_commune() {
    PlanForm form =
        new PlanForm(
            Section.ONE_OFFS,
            "",
            "",
            List.of("thu-moi"),
            Set.of("thon-3"),
            new When("2026-11-25", "", Set.of(), "17:30", Set.of()),
            new Manner("", "", "priority", "30"));

    Thing.OfWish made = (Thing.OfWish) new FormReader(form, VIETNAM).read(Optional.empty());

    assertEquals(Instant.parse("2026-11-25T10:30:00Z"), made.wish().start());
    assertTrue(made.id().startsWith("mot-lan-"), made.id());
    assertEquals("17:30", PlanForm.of(made, VIETNAM).when().times());
  }

  @Test
  void a_campaign_is_named_after_its_title() {
    assertTrue(
        campaign(form("Đợt 2: diệt muỗi, phòng dịch", "05:45"))
            .id()
            .value()
            .matches("dot-2-diet-muoi-[0-9a-f]{4}"));
    assertTrue(campaign(form("!!!", "05:45")).id().value().startsWith("chien-dich-"));
  }

  private static PlanForm form(String title, String times) {
    return new PlanForm(
        Section.CAMPAIGNS,
        "",
        title,
        List.of("tin"),
        Set.of("thon-1"),
        new When(DAILY.first(), "", DAILY.days(), times, Set.of()),
        Manner.USUAL);
  }

  private static Campaign campaign(PlanForm form) {
    Thing thing = new FormReader(form, VIETNAM).read(Optional.empty());
    return ((Thing.OfCampaign) thing).campaign();
  }

  private static String refusal(PlanForm form) {
    FormReader reader = new FormReader(form, VIETNAM);
    return assertThrows(ProblemException.class, () -> reader.read(Optional.empty()))
        .problem()
        .code();
  }
}
