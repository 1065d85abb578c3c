// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import loalang.protocol.ProblemException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One file of voices, read but not yet laid over others. */
public final class VoiceSheet {
  /** The largest file: some thousand voices. */
  public static final int MAX_CHARACTERS = 500_000;

  static final List<String> VOICE_KEYS =
      List.of(
          "id",
          "engine",
          "engine-voice",
          "language",
          "dialect",
          "sex",
          "licence",
          "licence-accepted",
          "cost",
          "enabled",
          "fallback",
          "files");

  private static final List<String> KEYS = List.of("voices", "cloud");
  private static final List<String> CLOUD_KEYS = List.of("engine", "address", "characters-per-day");

  private final List<Block> voices;
  private final List<Block> cloud;

  private VoiceSheet(List<Block> voices, List<Block> cloud) {
    this.voices = voices;
    this.cloud = cloud;
  }

  /**
   * Reads a sheet.
   *
   * @param yaml the text
   * @param name of the file, for messages
   * @throws ProblemException VOICES_FILE_INVALID
   */
  public static VoiceSheet read(String yaml, String name) {
    if (yaml.length() > MAX_CHARACTERS) {
      throw SheetFault.at(
          Optional.empty(),
          "%s has %d characters.".formatted(name, yaml.length()),
          "A file of voices has at most %d.".formatted(MAX_CHARACTERS));
    }
    return parse(yaml, name)
        .map(VoiceSheet::of)
        .orElseGet(() -> new VoiceSheet(List.of(), List.of()));
  }

  /** The voices we ship. */
  public static VoiceSheet standard() {
    try (InputStream in = VoiceSheet.class.getResourceAsStream("voices.yaml")) {
      byte[] bytes =
          Objects.requireNonNull(in, "voices.yaml is part of the program").readAllBytes();
      return read(new String(bytes, StandardCharsets.UTF_8), "the catalogue of the program");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> voices() {
    return voices;
  }

  List<Block> cloud() {
    return cloud;
  }

  private static VoiceSheet of(Node root) {
    Block sheet = Block.of(root, KEYS);
    return new VoiceSheet(
        sheet.blocks("voices", VOICE_KEYS).orElse(List.of()),
        sheet.blocks("cloud", CLOUD_KEYS).orElse(List.of()));
  }

  private static Optional<Node> parse(String yaml, String name) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setMaxAliasesForCollections(0).build();
    try {
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      throw SheetFault.at(
          e.getProblemMark().or(e::getContextMark),
          "%s.".formatted(e.getProblem()),
          "Write YAML: a list of blocks under \"voices:\".");
    } catch (YamlEngineException e) {
      throw SheetFault.at(
          Optional.empty(),
          "%s: %s.".formatted(name, e.getMessage()),
          "Write YAML: a list of blocks under \"voices:\".");
    }
  }
}
