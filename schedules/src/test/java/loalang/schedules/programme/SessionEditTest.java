// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import loalang.protocol.AnnouncementId;
import loalang.schedules.programme.SheetEdit.Section;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session in a sheet that somebody wrote by hand is changed time by time; what is beside stays.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionEditTest {
  private static final String BY_HAND =
      """
      # Hai buổi của xã.
      programmes:
        - id: buoi-sang
          title: Bản tin sáng   # như trên bảng tin
          zones: [thon-1, thon-2]
          slots:
            # Ngày thường, trước giờ ra đồng.
            - id: ngay-thuong
              at: "05:30"   # chốt với trưởng thôn
              days: weekdays
              opening: chao-buoi-sang
              items:
                - tin-trong-xa
              closing: loi-chao-ket
              late: play until 05:45
            # Cuối tuần dậy muộn.
            - id: cuoi-tuan
              at: "06:00"
              days: weekend
              items: [tin-cuoi-tuan]
        # Buổi chiều chỉ một tin.
        - {id: buoi-chieu, title: Bản tin chiều, zones: thon-1, slots: [{id: tin, at: "17:00",
           days: daily, announcement: tin-trong-xa}]}
      """;

  @Test
  void a_time_is_moved_and_the_lateness_that_was_told_by_the_clock_moves_with_it() {
    SheetEdit.Edited edited =
        edited("buoi-sang", slot -> slot.id().value().equals("ngay-thuong") ? at(slot) : slot);

    String expected =
        BY_HAND
            .replace("at: \"05:30\"", "at: '05:40'")
            .replace("late: play until 05:45", "late: skip after 900s");
    assertEquals(expected, edited.yaml());
    assertEquals(List.of(), edited.lost());
  }

  @Test
  void what_is_heard_is_changed_and_every_comment_stays() {
    SheetEdit.Edited edited =
        edited("buoi-sang", slot -> slot.id().value().equals("ngay-thuong") ? with(slot) : slot);

    assertEquals(List.of(), edited.lost());
    assertTrue(edited.yaml().contains("chao-buoi-sang"), edited.yaml());
    assertTrue(edited.yaml().contains("thong-bao-moi"), edited.yaml());
    assertTrue(edited.yaml().contains("# chốt với trưởng thôn"), edited.yaml());
    assertTrue(edited.yaml().contains("- id: cuoi-tuan\n        at: \"06:00\""), edited.yaml());
  }

  @Test
  void a_time_is_added_at_the_end_and_another_goes() {
    Programme known = programme("buoi-sang");
    Slot fresh =
        new Slot(
            new SlotId("trua"),
            LocalTime.of(11, 0),
            known.slots().get(0).days(),
            known.slots().get(1).items(),
            null,
            known.slots().get(0).late());

    String more = SheetEdit.of(BY_HAND).with(slots(known, fresh, List.of())).yaml();
    assertTrue(more.contains("items: [tin-cuoi-tuan]\n      - id: trua\n"), more);

    SheetEdit.Edited less =
        SheetEdit.of(BY_HAND).with(slots(known, null, List.of(known.slots().get(1))));
    assertEquals(List.of(), less.lost());
    assertTrue(!less.yaml().contains("cuoi-tuan") && less.yaml().contains("# Cuối tuần"));
  }

  @Test
  void a_session_in_one_line_stays_in_one_line() {
    SheetEdit.Edited edited = edited("buoi-chieu", SessionEditTest::at);

    assertEquals(List.of(), edited.lost());
    assertTrue(edited.yaml().contains("{id: tin, at: '05:40'"), edited.yaml());
    assertTrue(edited.yaml().startsWith(BY_HAND.substring(0, BY_HAND.indexOf("  - {id"))));
  }

  @Test
  void a_session_goes_and_comes_alone() {
    SheetEdit.Edited without = SheetEdit.of(BY_HAND).without(Section.PROGRAMMES, "buoi-chieu");
    assertTrue(without.yaml().contains("Bản tin sáng   # như trên bảng tin"), without.yaml());

    String alone = SheetEdit.of("").with(programme("buoi-chieu")).yaml();
    assertTrue(alone.startsWith("programmes:\n  - id: buoi-chieu\n"), alone);
    assertEquals(List.of(programme("buoi-chieu")), ProgrammeFile.read(alone).programmes());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_session_of_the_examples_is_moved_and_moved_back(Path file) throws IOException {
    String yaml = Files.readString(file);
    ProgrammeSheet sheet = ProgrammeFile.read(yaml);
    for (Programme known : sheet.programmes()) {
      List<Slot> later = known.slots().stream().map(SessionEditTest::at).toList();
      Programme moved =
          new Programme(known.id(), known.title(), known.season(), known.audience(), later);

      SheetEdit.Edited there = SheetEdit.of(yaml).with(moved);
      SheetEdit.Edited back = SheetEdit.of(there.yaml()).with(known);

      assertEquals(sheet, ProgrammeFile.read(back.yaml()));
      assertEquals(List.of(), there.lost());
      assertEquals(List.of(), back.lost());
    }
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private interface Change {
    Slot of(Slot slot);
  }

  private static SheetEdit.Edited edited(String id, Change change) {
    Programme known = programme(id);
    List<Slot> slots = known.slots().stream().map(change::of).toList();
    Programme meant =
        new Programme(known.id(), known.title(), known.season(), known.audience(), slots);
    SheetEdit.Edited edited = SheetEdit.of(BY_HAND).with(meant);
    assertTrue(ProgrammeFile.read(edited.yaml()).programmes().contains(meant), edited.yaml());
    return edited;
  }

  private static Programme programme(String id) {
    return ProgrammeFile.read(BY_HAND).programmes().stream()
        .filter(one -> one.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Slot at(Slot slot) {
    return new Slot(
        slot.id(), LocalTime.of(5, 40), slot.days(), slot.items(), slot.closing(), slot.late());
  }

  private static Slot with(Slot slot) {
    List<SlotEntry> items = new ArrayList<>(slot.items());
    items.add(SlotItem.once(new AnnouncementId("thong-bao-moi")));
    return new Slot(slot.id(), slot.at(), slot.days(), items, slot.closing(), slot.late());
  }

  private static Programme slots(
      Programme known, @org.jspecify.annotations.Nullable Slot more, List<Slot> gone) {
    List<Slot> slots = new ArrayList<>(known.slots());
    slots.removeAll(gone);
    if (more != null) {
      slots.add(more);
    }
    return new Programme(known.id(), known.title(), known.season(), known.audience(), slots);
  }
}
