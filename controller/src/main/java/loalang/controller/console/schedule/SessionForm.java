// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.programme.SheetEdit.Section;
import loalang.schedules.zones.ZoneTree;

/**
 * A session of the day as it stands in the form: words, not yet understood.
 *
 * @param id empty while it is new
 * @param title by which the office knows it
 * @param zones that are ticked
 * @param season on which days, how urgent
 * @param slots its times
 * @param seen what it said when the form was opened, as a digest; empty while it is new
 */
public record SessionForm(
    String id, String title, Set<String> zones, Days season, List<SlotForm> slots, String seen) {
  private static final int MOST_SLOTS = 20;

  public SessionForm {
    zones = Set.copyOf(zones);
    slots = List.copyOf(slots);
  }

  /**
   * On which days, how urgent.
   *
   * @param first day, as 2026-11-25; may be empty
   * @param last day; may be empty
   * @param holidays play, skip or only
   * @param priority as on the wire
   */
  public record Days(String first, String last, String holidays, String priority) {}

  /** An empty form. */
  static SessionForm fresh() {
    return new SessionForm(
        "", "", Set.of(), new Days("", "", "play", "routine"), List.of(SlotForm.fresh()), "");
  }

  /** What is known. */
  static SessionForm of(Programme programme) {
    return new SessionForm(
        programme.id().value(),
        programme.title(),
        programme.audience().zones().stream().map(PagingZone::value).collect(Collectors.toSet()),
        new Days(
            String.valueOf(programme.season().span().first()).replace("null", ""),
            String.valueOf(programme.season().span().last()).replace("null", ""),
            programme.season().holidays().name().toLowerCase(Locale.ROOT),
            programme.audience().priority().wireName()),
        programme.slots().stream().map(SlotForm::of).toList(),
        seen(programme));
  }

  /** What was sent; times that were ticked to go are gone. */
  static SessionForm of(Visit visit, String id) {
    int count = FormWords.number(visit.field("slots"));
    Set<String> gone = Set.copyOf(visit.fields("gone"));
    List<SlotForm> slots =
        Stream.iterate(0, place -> place + 1)
            .limit(Math.max(0, Math.min(MOST_SLOTS, count)))
            .filter(place -> !gone.contains(String.valueOf(place)))
            .map(place -> SlotForm.of(visit, place))
            .toList();
    return new SessionForm(
        id,
        visit.field("title"),
        Set.copyOf(visit.fields("zone")),
        new Days(
            visit.field("first"),
            visit.field("last"),
            visit.field("holidays"),
            visit.field("priority")),
        slots,
        visit.field("seen"));
  }

  /** What a session says, as a digest. */
  static String seen(Programme programme) {
    ProgrammeSheet alone =
        new ProgrammeSheet(
            List.of(programme),
            List.of(),
            List.of(),
            List.of(),
            ZoneTree.NONE,
            List.of(),
            new TreeMap<>());
    return Digest.of(ProgrammeFile.write(alone).getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** The same with one more time to be written. */
  SessionForm withMore() {
    List<SlotForm> more = new ArrayList<>(slots);
    more.add(SlotForm.fresh());
    return new SessionForm(id, title, zones, season, more, seen);
  }

  /** The same with one of its times moved; as it was if it has no such time. */
  SessionForm moved(String from, String to) {
    List<SlotForm> moved =
        slots.stream()
            .map(
                slot ->
                    slot.at().equals(from)
                        ? new SlotForm(
                            slot.id(), to, slot.days(), slot.lines(), slot.closing(), slot.late())
                        : slot)
            .toList();
    return new SessionForm(id, title, zones, season, moved, seen);
  }

  /** True if it is not in the schedule yet. */
  public boolean isNew() {
    return id.isEmpty();
  }

  /** How what it changes is found. */
  Thing.Key key() {
    return new Thing.Key(Section.PROGRAMMES, id);
  }

  /** Where the form is sent. */
  public String path() {
    return isNew() ? "/schedule/session" : "/schedule/sessions/" + id;
  }
}
