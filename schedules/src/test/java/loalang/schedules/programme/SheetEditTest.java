// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.programme.SheetEdit.Section;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms change a sheet that somebody wrote by hand; what that person wrote beside it stays. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetEditTest {
  private static final String BY_HAND =
      """
      # Lịch của ông Ba, hỏi lại trước Tết.
      campaigns:
        # Trạm y tế gọi thứ Hai hằng tuần.
        - id: diet-muoi
          title: Diệt muỗi   # tên trên giấy mời
          days: weekdays
          zones:
            - thon-1         # cả khu chợ
            - thon-2
          at: "17:30"
          announcements: diet-muoi

        # Đội thuế nhắc.
        - {id: thue, title: Thuế đất, days: daily, zones: thon-3, at: "06:00", announcements: thue}

      one-offs: # mời họp
        - {id: moi-hop, at: 2026-11-25 17:30, announcement: thu-moi, zones: thon-3,
           late: play until 18:00}
      """;

  @Test
  void a_campaign_is_moved_and_every_comment_stays() {
    Campaign known = ProgrammeFile.read(BY_HAND).campaigns().get(0);

    SheetEdit.Edited edited = SheetEdit.of(BY_HAND).with(at(known, "18:15"));

    assertEquals(BY_HAND.replace("at: \"17:30\"", "at: ['18:15']"), edited.yaml());
    assertEquals(List.of(), edited.lost());
  }

  @Test
  void what_cannot_be_kept_is_named() {
    Campaign known = ProgrammeFile.read(BY_HAND).campaigns().get(0);

    SheetEdit.Edited edited = SheetEdit.of(BY_HAND).with(in(known, "thon-9"));

    assertEquals(List.of("cả khu chợ"), edited.lost());
    assertTrue(edited.yaml().contains("    zones: [thon-9]\n    at: \"17:30\""), edited.yaml());
    assertTrue(edited.yaml().contains("# Trạm y tế gọi"));
  }

  @Test
  void a_wish_whose_lateness_was_a_time_of_day_is_moved_rightly() {
    OneOff known = ProgrammeFile.read(BY_HAND).oneOffs().get(0);
    OneOff later = moved(known, Duration.ofMinutes(15));

    SheetEdit.Edited edited = SheetEdit.of(BY_HAND).with(later);

    assertEquals(List.of(later), ProgrammeFile.read(edited.yaml()).oneOffs());
    assertTrue(edited.yaml().contains("at: '2026-11-25 17:45'"), edited.yaml());
    assertEquals(List.of(), edited.lost());
  }

  @Test
  void something_new_stands_at_the_end_of_its_list() {
    Campaign known = ProgrammeFile.read(BY_HAND).campaigns().get(1);
    Campaign fresh =
        new Campaign(
            new ProgrammeId("rac"),
            "Thu gom rác: đợt 2",
            known.season(),
            known.audience(),
            known.episodes(),
            known.placement(),
            known.late());

    SheetEdit.Edited edited = SheetEdit.of(BY_HAND).with(fresh);

    assertTrue(
        edited.yaml().contains("announcements: thue}\n  - id: rac\n    title: 'Thu gom rác"));
    assertTrue(edited.yaml().contains("\none-offs: # mời họp\n"), edited.yaml());
    assertEquals(fresh, ProgrammeFile.read(edited.yaml()).campaigns().get(2));
  }

  @Test
  void a_list_that_was_not_there_is_begun_and_ends_with_its_last_thing() {
    DoNotPlay mourning = mourning();

    String with = SheetEdit.of(BY_HAND).with(mourning).yaml();

    assertTrue(with.startsWith(BY_HAND + "do-not-play:\n  - id: quoc-tang\n"), with);
    assertEquals(BY_HAND, SheetEdit.of(with).without(Section.DO_NOT_PLAY, "quoc-tang").yaml());
  }

  @Test
  void the_first_thing_begins_a_sheet_and_the_last_one_leaves_none() {
    String holiday = SheetEdit.of("").with(LocalDate.of(2027, 1, 2), "Nghỉ bù").yaml();
    assertEquals("holidays:\n  - date: 2027-01-02\n    name: Nghỉ bù\n", holiday);

    String changed = SheetEdit.of(holiday).with(LocalDate.of(2027, 1, 2), "Nghỉ").yaml();
    assertEquals("holidays:\n  - date: 2027-01-02\n    name: Nghỉ\n", changed);
    assertEquals("", SheetEdit.of(changed).without(Section.HOLIDAYS, "2027-01-02").yaml());
  }

  @Test
  void one_of_several_goes_and_the_others_stay_word_for_word() {
    String without = SheetEdit.of(BY_HAND).without(Section.CAMPAIGNS, "thue").yaml();

    assertFalse(without.contains("Thuế đất"));
    assertTrue(without.contains("Diệt muỗi   # tên trên giấy mời"), without);
    assertTrue(without.contains("# Đội thuế nhắc."), without);
  }

  @Test
  void the_only_one_goes_with_its_list_and_what_stands_above_it_stays() {
    SheetEdit.Edited without = SheetEdit.of(BY_HAND).without(Section.ONE_OFFS, "moi-hop");
    assertEquals(BY_HAND.substring(0, BY_HAND.indexOf("one-offs")), without.yaml());
    assertEquals(List.of("mời họp"), without.lost());

    String lone = "campaigns:\n  # Trạm gọi.\n" + BY_HAND.split("# Đội thuế nhắc.\n", -1)[1];
    String rest = SheetEdit.of(lone).without(Section.CAMPAIGNS, "thue").yaml();
    assertTrue(rest.startsWith("  # Trạm gọi.\n\none-offs:"), rest);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_can_be_changed_and_changed_back(Path example) throws IOException {
    String yaml = Files.readString(example);
    ProgrammeSheet sheet = ProgrammeFile.read(yaml);

    String with = SheetEdit.of(yaml).with(mourning()).yaml();
    List<DoNotPlay> windows = new ArrayList<>(sheet.doNotPlay());
    windows.removeIf(window -> window.id().equals("quoc-tang"));
    assertTrue(ProgrammeFile.read(with).doNotPlay().contains(mourning()));
    assertEquals(
        windows,
        ProgrammeFile.read(SheetEdit.of(with).without(Section.DO_NOT_PLAY, "quoc-tang").yaml())
            .doNotPlay());
    for (Campaign campaign : sheet.campaigns()) {
      SheetEdit.Edited edited = SheetEdit.of(yaml).with(in(campaign, "thon-9"));
      assertTrue(ProgrammeFile.read(edited.yaml()).campaigns().contains(in(campaign, "thon-9")));
      assertEquals(List.of(), edited.lost());
    }
    for (OneOff wish : sheet.oneOffs()) {
      OneOff later = moved(wish, Duration.ofDays(1));
      String edited = SheetEdit.of(yaml).with(later).yaml();
      assertTrue(ProgrammeFile.read(edited).oneOffs().contains(later), edited);
    }
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      List<Path> all = files.sorted().toList();
      assertTrue(all.size() >= 8, all.toString());
      return all.stream();
    }
  }

  private static DoNotPlay mourning() {
    String sheet = "do-not-play: [{id: quoc-tang, title: Tang, first-day: 2026-12-01}]";
    return ProgrammeFile.read(sheet).doNotPlay().get(0);
  }

  private static OneOff moved(OneOff wish, Duration by) {
    return new OneOff(
        wish.id(),
        wish.announcement(),
        wish.zones(),
        wish.priority(),
        wish.start().plus(by),
        wish.late());
  }

  private static Campaign at(Campaign known, String time) {
    return new Campaign(
        known.id(),
        known.title(),
        known.season(),
        known.audience(),
        known.episodes(),
        new Campaign.Placement.AtTimes(new TreeSet<>(Set.of(LocalTime.parse(time)))),
        LateRule.USUAL);
  }

  private static Campaign in(Campaign known, String zone) {
    return new Campaign(
        known.id(),
        known.title(),
        known.season(),
        new Audience(
            Set.of(new PagingZone(zone)),
            Priority.ROUTINE,
            known.audience().origin(),
            known.audience().voices()),
        known.episodes(),
        known.placement(),
        known.late());
  }
}
