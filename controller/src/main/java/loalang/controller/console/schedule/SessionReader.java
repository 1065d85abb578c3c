// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loalang.protocol.AnnouncementId;
import loalang.schedules.LateRule;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.Season;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotEntry;
import loalang.schedules.programme.SlotId;
import loalang.schedules.programme.SlotItem;
import org.jspecify.annotations.Nullable;

/**
 * Understands a session's form, and keeps of what was known all that the form has no field for:
 * relays, lengths, voices, days without. Pure.
 */
final class SessionReader {
  private final SessionForm form;
  private final ZoneId zone;

  SessionReader(SessionForm form, ZoneId zone) {
    this.form = form;
    this.zone = zone;
  }

  /**
   * What is meant.
   *
   * @param known what it was before; empty if it is new
   * @throws loalang.protocol.ProblemException with what is missing or wrong
   */
  Programme read(Optional<Programme> known) {
    String title = FormWords.title(form.title());
    Audience audience =
        FormWords.audience(form.zones(), form.season().priority(), known.map(Programme::audience));
    return new Programme(
        known.map(Programme::id).orElseGet(() -> FormWords.freshId(title, "buoi-phat")),
        title,
        season(known.map(Programme::season)),
        audience,
        slots(known.map(Programme::slots).orElse(List.of())));
  }

  private Season season(Optional<Season> known) {
    @Nullable LocalDate first = FormWords.date(form.season().first()).orElse(null);
    @Nullable LocalDate last = FormWords.date(form.season().last()).orElse(null);
    if (first != null && last != null && last.isBefore(first)) {
      throw FormWords.wrongDays("From %s to %s there is no day.".formatted(first, last));
    }
    return new Season(
        known.map(Season::timeZone).orElse(zone),
        new DateSpan(first, last),
        known.map(Season::weekdays).orElse(Set.of(DayOfWeek.values())),
        Stream.of(Season.HolidayRule.values())
            .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(form.season().holidays()))
            .findFirst()
            .orElse(Season.HolidayRule.PLAY),
        known.map(Season::except).orElse(Set.of()));
  }

  private List<Slot> slots(List<Slot> known) {
    List<SlotForm> written = form.slots().stream().filter(slot -> !slot.isBlank()).toList();
    if (written.isEmpty()) {
      throw FormWords.problem(
          "PLAN_SESSION_EMPTY",
          "The session has no time at which it is heard.",
          "Write at least one, or take the session out.");
    }
    Set<String> names = new HashSet<>();
    written.forEach(slot -> names.add(slot.id()));
    List<Slot> slots = new ArrayList<>();
    for (SlotForm slot : written) {
      Optional<Slot> before =
          known.stream().filter(one -> one.id().value().equals(slot.id())).findFirst();
      LocalTime at = FormWords.times(slot.at()).first();
      SlotId id = before.map(Slot::id).orElseGet(() -> freshId(at, names));
      slots.add(FormWords.ranged(() -> slot(slot, id, at, before)));
    }
    return slots;
  }

  private static Slot slot(SlotForm slot, SlotId id, LocalTime at, Optional<Slot> before) {
    Set<DayOfWeek> days = FormWords.days(slot.days());
    List<SlotEntry> items = slot.lines().stream().map(line -> item(line, before)).toList();
    if (days.isEmpty()) {
      throw FormWords.wrongDays("At %s it has no day of the week.".formatted(at));
    }
    if (items.isEmpty()) {
      throw nothingHeard(at);
    }
    @Nullable SlotItem closing =
        slot.closing().isEmpty()
            ? null
            : before
                .flatMap(Slot::closingItem)
                .filter(item -> item.announcement().value().equals(slot.closing()))
                .orElseGet(() -> SlotItem.once(new AnnouncementId(slot.closing())));
    LateRule late = FormWords.late(slot.late(), before.map(Slot::late).orElse(LateRule.USUAL));
    return new Slot(id, at, days, items, closing, late);
  }

  private static SlotEntry item(SlotForm.Line line, Optional<Slot> before) {
    List<SlotEntry> known = before.map(Slot::items).orElse(List.of());
    if (line.isKept()) {
      return Optional.of(line.place())
          .filter(place -> place >= 0 && place < known.size())
          .map(known::get)
          .orElseThrow(() -> nothingHeard(before.map(Slot::at).orElse(LocalTime.MIDNIGHT)));
    }
    AnnouncementId notice = new AnnouncementId(line.what());
    @Nullable SlotItem same =
        known.stream()
            .filter(SlotItem.class::isInstance)
            .map(SlotItem.class::cast)
            .filter(item -> item.announcement().equals(notice))
            .findFirst()
            .orElse(null);
    return new SlotItem(notice, FormWords.number(line.times()), same == null ? null : same.lasts());
  }

  private static RuntimeException nothingHeard(LocalTime at) {
    return FormWords.problem(
        "PLAN_NOTICE_MISSING",
        "At %s no notice was chosen.".formatted(at),
        "Choose what is to be heard.");
  }

  /** A name by the hour, as no other time of the session has. */
  private static SlotId freshId(LocalTime at, Set<String> names) {
    String plain = "luc-%02d%02d".formatted(at.getHour(), at.getMinute());
    String name =
        Stream.iterate(1, number -> number + 1)
            .map(number -> number == 1 ? plain : plain + "-" + number)
            .filter(names::add)
            .findFirst()
            .orElseThrow();
    return new SlotId(name);
  }
}
