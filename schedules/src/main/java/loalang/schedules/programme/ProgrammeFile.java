// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads programmes as officers and technicians write them. Pure, any thread. */
public final class ProgrammeFile {
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<String> FILE = List.of("time-zone", "programmes", "one-offs");
  private static final List<String> PROGRAMME =
      List.of("id", "title", "first-day", "last-day", "zones", "priority", "slots");
  private static final List<String> SLOT = List.of("id", "at", "days", "announcement", "late");
  private static final List<String> ONE_OFF =
      List.of("id", "at", "announcement", "zones", "priority", "late");

  private final ZoneId timeZone;

  private ProgrammeFile(ZoneId timeZone) {
    this.timeZone = timeZone;
  }

  /**
   * Reads one YAML document.
   *
   * @param yaml the text, at most 1,000,000 characters
   * @return everything it says
   * @throws loalang.protocol.ProblemException with line and column and what is accepted instead
   */
  public static ProgrammeSheet read(String yaml) {
    Branch file = Branch.of(compose(yaml), "a programme file", FILE);
    ZoneId timeZone = file.optional("time-zone").map(Words::timeZone).orElse(VIETNAM);
    return new ProgrammeFile(timeZone).sheet(file);
  }

  private static Node compose(String yaml) {
    if (yaml.length() > MOST_CHARACTERS) {
      throw YamlFault.at(
          Optional.empty(),
          "PROGRAMME_TOO_LARGE",
          "The file has %d characters.".formatted(yaml.length()),
          "Split it into files of at most %d.".formatted(MOST_CHARACTERS));
    }
    try {
      return new Compose(LoadSettings.builder().setUseMarks(true).build())
          .composeString(yaml)
          .orElseThrow(() -> unreadable(Optional.empty(), "The file is empty."));
    } catch (MarkedYamlEngineException e) {
      throw unreadable(e.getProblemMark(), e.getProblem() + ".");
    } catch (YamlEngineException e) {
      throw unreadable(Optional.empty(), YamlFault.shown(String.valueOf(e.getMessage())));
    }
  }

  private static RuntimeException unreadable(Optional<Mark> mark, String what) {
    return YamlFault.at(
        mark,
        "PROGRAMME_YAML",
        what,
        "Indent with spaces, one \"key: value\" a line; schedules/examples shows whole files.");
  }

  private ProgrammeSheet sheet(Branch file) {
    List<Programme> programmes =
        file.branches("programmes", "a programme", PROGRAMME).stream()
            .map(this::programme)
            .toList();
    List<OneOff> oneOffs =
        file.branches("one-offs", "a one-off", ONE_OFF).stream().map(this::oneOff).toList();
    return checked(file, () -> new ProgrammeSheet(programmes, oneOffs));
  }

  private Programme programme(Branch branch) {
    Leaf title = branch.leaf("title");
    List<Slot> slots = branch.branches("slots", "a slot", SLOT).stream().map(this::slot).toList();
    return checked(
        branch,
        () ->
            new Programme(
                id(branch, ProgrammeId::new, 24),
                title.text(),
                timeZone,
                new DateSpan(
                    branch.optional("first-day").map(Words::date).orElse(null),
                    branch.optional("last-day").map(Words::date).orElse(null)),
                zones(branch),
                priority(branch),
                slots));
  }

  private Slot slot(Branch branch) {
    LocalTime at = Words.time(branch.leaf("at"));
    return checked(
        branch,
        () ->
            new Slot(
                id(branch, SlotId::new, 18),
                at,
                Words.days(branch.words("days")),
                Words.announcement(branch.leaf("announcement")),
                late(branch, at)));
  }

  private OneOff oneOff(Branch branch) {
    LocalDateTime at = Words.moment(branch.leaf("at"));
    Instant start = at.atZone(timeZone).toInstant();
    return new OneOff(
        branch
            .leaf("id")
            .as("PROGRAMME_VALUE_INVALID", "an id of 3 to 64 of a-z, 0-9 and '-'", CueId::new),
        Words.announcement(branch.leaf("announcement")),
        zones(branch),
        priority(branch),
        start,
        late(branch, at.toLocalTime()));
  }

  private static <T> T id(Branch branch, Function<String, T> type, int most) {
    return branch
        .leaf("id")
        .as(
            "PROGRAMME_VALUE_INVALID",
            "an id of 1 to %d of a-z, 0-9 and single '-'".formatted(most),
            type);
  }

  private static Set<PagingZone> zones(Branch branch) {
    Set<PagingZone> zones = new LinkedHashSet<>();
    branch.words("zones").forEach(word -> zones.add(Words.zone(word)));
    return zones;
  }

  private static Priority priority(Branch branch) {
    return branch.optional("priority").map(Words::priority).orElse(Priority.ROUTINE);
  }

  private static LateRule late(Branch branch, LocalTime at) {
    return branch.optional("late").map(leaf -> Words.late(leaf, at)).orElse(LateRule.USUAL);
  }

  /** The rules that span several values of a block are those of its type. */
  private static <T> T checked(Branch branch, Supplier<T> type) {
    try {
      return type.get();
    } catch (IllegalArgumentException e) {
      throw YamlFault.at(
          branch.mark(),
          "PROGRAMME_VALUE_INVALID",
          String.valueOf(e.getMessage()),
          "Change the values of this block so that the rule holds.");
    }
  }
}
