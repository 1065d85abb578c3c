// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import loalang.protocol.Problem;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.plan.DayPlan;

/**
 * What of each day has room in one message; the rest, the latest of the day, is ordered at its hour
 * instead. Pure.
 *
 * @param days what stands in each, earliest first
 * @param leftOut what has no room
 * @param problems one for each day that is too full
 */
record Fitting(
    SortedMap<LocalDate, List<Entry>> days, List<Entry> leftOut, List<Problem> problems) {
  /** Base64 makes four letters of three bytes; the rest is for header, warrant and signature. */
  private static final int MOST_BYTES = MessageType.PLAN.maxEnvelopeBytes() / 4 * 3 - 64 * 1024;

  private static final int BYTES_OF_A_PLAY = 320; // without its zones and names; a test checks

  static Fitting of(List<Entry> entries) {
    SortedMap<LocalDate, List<Entry>> days = new TreeMap<>();
    SortedMap<LocalDate, List<Entry>> over = new TreeMap<>();
    SortedMap<LocalDate, Integer> bytes = new TreeMap<>();
    SortedMap<LocalDate, Integer> plays = new TreeMap<>();
    for (Entry entry : entries) {
      LocalDate day = entry.date();
      int size = bytes.merge(day, bytesOf(entry), Integer::sum);
      int count = plays.merge(day, entry.plays().size(), Integer::sum);
      boolean fits = size <= MOST_BYTES && count <= DayPlan.MOST_PLAYS;
      (fits ? days : over).computeIfAbsent(day, any -> new ArrayList<>()).add(entry);
    }
    List<Problem> problems = new ArrayList<>();
    List<Entry> leftOut = new ArrayList<>();
    over.forEach(
        (day, rest) -> {
          leftOut.addAll(rest);
          problems.add(tooLarge(day, rest));
        });
    return new Fitting(days, leftOut, problems);
  }

  /** At most so many bytes of the plan are about this airing. */
  static int bytesOf(Entry entry) {
    return entry.plays().stream()
        .mapToInt(
            play ->
                BYTES_OF_A_PLAY
                    + entry.airing().value().length()
                    + play.zones().stream().mapToInt(zone -> zone.value().length() + 3).sum()
                    + (play.play().release() == null ? 0 : 160))
        .sum();
  }

  private static Problem tooLarge(LocalDate day, List<Entry> rest) {
    return new Problem(
        "PLAN_TOO_LARGE",
        "The plan of %s has no room for %d airings from %s on; they are ordered at their hour."
            .formatted(day, rest.size(), rest.get(0).what().start()),
        "Plan fewer airings that day: a speaker without a link does not hear of these.");
  }
}
