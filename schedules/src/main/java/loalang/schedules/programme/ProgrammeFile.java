// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads and writes programmes as officers and technicians write them. Pure, any thread. */
public final class ProgrammeFile {
  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final String SCHEMA = "sheet.schema.json";
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final List<String> FILE =
      List.of(
          "time-zone",
          "zones",
          "groups",
          "echo",
          "holidays",
          "programmes",
          "campaigns",
          "one-offs",
          "do-not-play");

  private ProgrammeFile() {}

  /**
   * Reads one YAML document.
   *
   * @param yaml the text, at most 1,000,000 characters
   * @return everything it says
   * @throws loalang.protocol.ProblemException with line and column and what is accepted instead
   */
  public static ProgrammeSheet read(String yaml) {
    Branch file = Branch.of(compose(yaml), "a programme file", FILE);
    return new SheetReader(timeZone(file)).sheet(file);
  }

  /** What the times of a text mean; Vietnam's if it does not say, or says nothing at all. */
  static ZoneId timeZone(String yaml) {
    return yaml.isBlank() ? VIETNAM : timeZone(Branch.of(compose(yaml), "a programme file", FILE));
  }

  private static ZoneId timeZone(Branch file) {
    return file.optional("time-zone").map(Words::timeZone).orElse(VIETNAM);
  }

  /**
   * Writes a sheet so that reading it again gives the same sheet. Lengths are written in whole
   * seconds.
   *
   * @throws loalang.protocol.ProblemException if its parts have different time zones, for which a
   *     file has no words
   */
  public static String write(ProgrammeSheet sheet) {
    Set<ZoneId> zones = new LinkedHashSet<>();
    sheet.programmes().forEach(programme -> zones.add(programme.season().timeZone()));
    sheet.campaigns().forEach(campaign -> zones.add(campaign.season().timeZone()));
    sheet.doNotPlay().forEach(peace -> zones.add(peace.season().timeZone()));
    if (zones.size() > 1) {
      throw YamlFault.at(
          Optional.empty(),
          "PROGRAMME_TIME_ZONES",
          "The sheet speaks of several time zones: %s.".formatted(zones),
          "Write one file for each time zone.");
    }
    ZoneId timeZone = zones.isEmpty() ? VIETNAM : zones.iterator().next();
    DumpSettings blocks = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return new Dump(blocks).dumpToString(new SheetWriter(timeZone).file(sheet));
  }

  /** The JSON Schema of such a file, for editors; {@link #read} has the last word. */
  public static String schema() {
    InputStream schema =
        Objects.requireNonNull(ProgrammeFile.class.getResourceAsStream(SCHEMA), SCHEMA);
    try (schema) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The schema of this program cannot be read.", e);
    }
  }

  /**
   * True if somebody wrote comments into this text, which {@link #write} cannot know of.
   *
   * @param yaml that can be read
   */
  public static boolean hasComments(String yaml) {
    return !SheetComments.of(yaml).isEmpty();
  }

  static Node compose(String yaml) {
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
}
