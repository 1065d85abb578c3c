// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.accounts.Actor;
import loalang.controller.accounts.Grant;
import loalang.controller.accounts.Role;
import loalang.controller.checkup.Finding;
import loalang.controller.console.frame.Frame;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Texts;
import loalang.controller.kit.TestOffice;
import loalang.protocol.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The first page says when the machine cannot do its work, and leads whoever may mend it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenMachineTest {
  private static final Finding FULL =
      new Finding(
          Finding.Check.DISK,
          Finding.Level.BROKEN,
          "",
          Optional.of(new Problem("DISK_NEARLY_FULL", "Only 3 MB are free.", "Make room.")));

  @Test
  void a_technician_is_led_to_the_checks() {
    String page = page(List.of(FULL), Role.TECHNICIAN);

    assertTrue(page.contains("<a href=\"/office/checkup\">Ổ đĩa sắp đầy.</a>"), page);
  }

  @Test
  void an_officer_is_told_and_led_nowhere() {
    String page = page(List.of(FULL), Role.OFFICER);

    assertTrue(page.contains("Ổ đĩa sắp đầy."), page);
    assertFalse(page.contains("/office/checkup"), page);
  }

  @Test
  void nothing_is_said_while_nothing_is_broken() {
    assertFalse(page(List.of(), Role.TECHNICIAN).contains("/office/checkup"));
    assertEquals(0, waiting(List.of()).count());
  }

  private static Today.Waiting waiting(List<Finding> broken) {
    return new Today.Waiting(broken, List.of(), List.of(), List.of(), List.of());
  }

  private static String page(List<Finding> broken, Role role) {
    Today today =
        new Today(
            Instant.parse("2026-11-23T00:00:00Z"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            waiting(broken),
            List.of());
    Actor may = new Actor.Person("lan", List.of(Grant.everywhere(role)), false);
    Texts texts = Texts.vietnamese(TestOffice.VIETNAM);
    Frame frame =
        new Frame(
            "Xã Hà Đông", texts, "lan", "x", Place.TODAY, "/", List.of(), may, Optional.empty());
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, "loalang.controller.console.pages")
        .render("today/live.jte", Map.of("frame", frame, "page", today), html);
    return html.toString();
  }
}
