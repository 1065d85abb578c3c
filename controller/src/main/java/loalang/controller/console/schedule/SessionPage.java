// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.util.List;
import java.util.Optional;
import loalang.controller.console.schedule.FormPage.Check;
import loalang.controller.console.schedule.FormPage.Choice;
import loalang.protocol.Problem;
import loalang.schedules.programme.Programme;

/**
 * Where a session of the day is written or changed.
 *
 * @param form what stands in it
 * @param known what it said before; empty if it is new
 * @param choice what can be chosen
 * @param check what would come of it; empty until somebody asks
 * @param lost comments that go if it is taken out
 * @param problem why it was not taken
 */
public record SessionPage(
    SessionForm form,
    Optional<Programme> known,
    Choice choice,
    Optional<Check> check,
    List<String> lost,
    Optional<Problem> problem)
    implements Checked {
  public SessionPage {
    lost = List.copyOf(lost);
  }

  /** Where a line that is kept as it was is relayed from. */
  public String relay(SlotForm slot, SlotForm.Line line) {
    return known.stream()
        .flatMap(programme -> programme.slots().stream())
        .filter(before -> before.id().value().equals(slot.id()))
        .map(before -> SlotForm.kept(before, line))
        .findFirst()
        .orElse("");
  }

  /** True if the office has this notice among those to choose from. */
  public boolean offers(String notice) {
    return choice.notices().stream().anyMatch(card -> card.id().value().equals(notice));
  }
}
