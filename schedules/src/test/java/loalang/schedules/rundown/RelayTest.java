// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import loalang.schedules.Cue;
import loalang.schedules.CueTerms;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Another station's programme within a session of one's own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayTest {
  private static final String SESSION =
      """
      programmes:
        - id: sang
          title: Sáng
          zones: thon-1
          slots:
            - id: phien
              at: "05:30"
              days: daily
              opening: chao
              items: [{relay: vov1, lasts: 15m, fallback: [xin-loi, tin-xa]}, tin-xa]
              closing: ket-thuc
      """;

  @Test
  void a_relay_has_its_minutes_in_the_session_and_its_fallback_has_instants_of_its_own() {
    Rundown day = Plans.day(Plans.timetable(SESSION), Plans.rules(), "2026-11-23");

    assertEquals(
        "05:30 chao [thon-1], 05:33 vov1 [thon-1], 05:48 tin-xa [thon-1], 05:51 ket-thuc [thon-1]",
        Plans.heard(day));
    CueTerms.Relay relay = day.cues().get(1).terms().relay().orElseThrow();
    assertEquals("vov1", relay.source().value());
    assertEquals(Duration.ofMinutes(15), relay.length());
    assertEquals(
        List.of("05:33 xin-loi [thon-1]", "05:36 tin-xa [thon-1]"),
        relay.fallback().stream().map(Plans::shown).toList());
  }

  @Test
  void no_two_cues_of_a_session_with_a_relay_share_a_name() {
    Rundown day = Plans.day(Plans.timetable(SESSION), Plans.rules(), "2026-11-23");

    List<String> names =
        day.cues().stream()
            .flatMap(
                cue ->
                    Stream.concat(
                        Stream.of(cue),
                        cue.terms().relay().stream().flatMap(r -> r.fallback().stream())))
            .map(Cue::id)
            .map(Object::toString)
            .toList();

    assertEquals(6, names.size());
    assertEquals(6, names.stream().distinct().count());
  }

  @Test
  void fallback_lines_that_do_not_fit_are_named() {
    String shorter = SESSION.replace("lasts: 15m", "lasts: 4m");

    Rundown day = Plans.day(Plans.timetable(shorter), Plans.rules(), "2026-11-23");

    assertEquals("NOT_HEARD RELAY_FALLBACK_TOO_LONG sang", Plans.conflicts(day));
    assertTrue(
        day.problems().get(0).whatHappened().contains("[tin-xa]"), day.problems().toString());
    assertEquals(1, day.cues().get(1).terms().relay().orElseThrow().fallback().size());
  }

  @Test
  void a_relay_that_has_to_wait_takes_its_fallback_along() {
    String urgent = Plans.daily("bao", "05:33", "priority: priority");

    Rundown day =
        Plans.day(
            Plans.timetable(
                SESSION.replace("closing:", "late: skip after 10m\n        closing:"), urgent),
            Plans.rules(),
            "2026-11-23");

    Cue relay =
        day.cues().stream().filter(c -> c.announcement().value().equals("vov1")).findAny().get();
    assertEquals("05:36 vov1 [thon-1]", Plans.shown(relay));
    assertEquals(
        "05:36 xin-loi [thon-1]",
        Plans.shown(relay.terms().relay().orElseThrow().fallback().get(0)));
  }
}
