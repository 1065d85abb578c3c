// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.console.frame.Visit;
import loalang.schedules.programme.RelayItem;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotEntry;
import loalang.schedules.programme.SlotItem;

/**
 * One time of a session as it stands in the form: words, not yet understood.
 *
 * @param id empty while it is new
 * @param at as 05:30
 * @param days of the week, 1 for Monday
 * @param lines what is heard, in order
 * @param closing what is heard last; empty for nothing
 * @param late in minutes
 */
public record SlotForm(
    String id, String at, Set<String> days, List<Line> lines, String closing, String late) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final String KEPT = "=";

  public SlotForm {
    days = Set.copyOf(days);
    lines = List.copyOf(lines);
  }

  /**
   * One thing heard.
   *
   * @param what a notice, or {@code =3} for what stood in the third place before, such as a relay
   * @param times in a row
   */
  public record Line(String what, String times) {
    static final Line NONE = new Line("", "1");

    /** True if it is kept as it was, and the form has no other words for it. */
    public boolean isKept() {
      return what.startsWith(KEPT);
    }

    /** The place in which it stood, from 0; -1 if it names none. */
    public int place() {
      String number = what.substring(KEPT.length());
      return number.matches("\\d{1,2}") ? Integer.parseInt(number) : -1;
    }
  }

  /** A time that is not written yet. */
  static SlotForm fresh() {
    return new SlotForm("", "", Set.of("1", "2", "3", "4", "5", "6", "7"), List.of(), "", "10");
  }

  static SlotForm of(Slot slot) {
    List<Line> lines = new ArrayList<>();
    for (SlotEntry entry : slot.items()) {
      lines.add(
          entry instanceof SlotItem item
              ? new Line(item.announcement().value(), String.valueOf(item.times()))
              : new Line(KEPT + lines.size(), "1"));
    }
    return new SlotForm(
        slot.id().value(),
        slot.at().getSecond() == 0 ? HOUR.format(slot.at()) : slot.at().toString(),
        slot.days().stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.toSet()),
        lines,
        slot.closingItem().map(item -> item.announcement().value()).orElse(""),
        String.valueOf(slot.late().grace().toMinutes()));
  }

  /** What was sent in this place. */
  static SlotForm of(Visit visit, int place) {
    String name = "slot-" + place + "-";
    List<String> what = visit.fields(name + "what");
    List<String> times = visit.fields(name + "times");
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < what.size(); i++) {
      if (!what.get(i).isBlank()) {
        lines.add(new Line(what.get(i), i < times.size() ? times.get(i) : "1"));
      }
    }
    return new SlotForm(
        visit.field(name + "id"),
        visit.field(name + "at"),
        Set.copyOf(visit.fields(name + "day")),
        lines,
        visit.field(name + "closing"),
        visit.field(name + "late"));
  }

  /** True if nothing was written that could be meant. */
  boolean isBlank() {
    return at.isBlank() && lines.isEmpty();
  }

  /** The line of a place, from 0; one that is not written yet beyond the last. */
  public Line line(int place) {
    return place < lines.size() ? lines.get(place) : Line.NONE;
  }

  /** What a line that is kept says: where it is relayed from; empty if nobody knows. */
  static String kept(Slot known, Line line) {
    int place = line.place();
    return place >= 0
            && place < known.items().size()
            && known.items().get(place) instanceof RelayItem relay
        ? relay.source().value()
        : "";
  }
}
