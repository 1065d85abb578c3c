// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The head of a notice file: YAML between two lines of {@code ---}. Read as a tree and not as
 * objects, so that every complaint has a line and a column and no word turns into a number.
 */
final class FrontMatter {
  private static final Set<String> KEYS =
      new LinkedHashSet<>(List.of("title", "language", "voice", "priority", "zones"));

  private static final Pattern FENCED =
      Pattern.compile(
          "\\A---\\h*\\R(?<yaml>.*?)(?:^)---\\h*(?:\\R|\\z)(?<rest>.*)\\z",
          Pattern.DOTALL | Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern OPENED =
      Pattern.compile("\\A---\\h*(?:\\R|\\z)", Pattern.UNICODE_CHARACTER_CLASS);

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setLabel("front matter").setMaxAliasesForCollections(0).build();

  private final Map<String, Node> values = new HashMap<>();
  private final boolean isPresent;
  private final String rest;

  private FrontMatter(boolean isPresent, String rest) {
    this.isPresent = isPresent;
    this.rest = rest;
  }

  /**
   * The front matter of a text, empty if it has none.
   *
   * @throws ProblemException NOTICE_FRONT_MATTER
   */
  static FrontMatter of(String text) {
    if (!OPENED.matcher(text).find()) {
      return new FrontMatter(false, text);
    }
    Matcher fenced = FENCED.matcher(text);
    if (!fenced.matches()) {
      throw problem(1, 1, "the front matter has no end", "a second line of --- after the keys");
    }
    FrontMatter front = new FrontMatter(true, fenced.group("rest"));
    parse(fenced.group("yaml")).ifPresent(front::take);
    return front;
  }

  boolean isPresent() {
    return isPresent;
  }

  /** What follows the second {@code ---}. */
  String rest() {
    return rest;
  }

  Optional<String> title() {
    return scalar("title")
        .map(
            node ->
                value(
                    node,
                    FrontMatter::checkedTitle,
                    "1 to %d characters".formatted(Notice.MAX_TITLE_CHARACTERS)));
  }

  Language language() {
    return scalar("language")
        .map(node -> value(node, Language::new, "a language tag such as vi or en"))
        .orElse(Language.VIETNAMESE);
  }

  @Nullable VoiceId voice() {
    return scalar("voice")
        .map(node -> value(node, VoiceId::new, "the id of a voice, of a-z, 0-9 and '-'"))
        .orElse(null);
  }

  Priority priority() {
    return scalar("priority")
        .map(node -> value(node, FrontMatter::priorityNamed, "routine, priority or emergency"))
        .orElse(Priority.ROUTINE);
  }

  Set<PagingZone> zones() {
    Node node = values.get("zones");
    if (node == null) {
      return Set.of();
    }
    Set<PagingZone> zones = new LinkedHashSet<>();
    for (Node item : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
      zones.add(
          value(scalar(item), PagingZone::new, "zones such as [thon-1, cho], of a-z, 0-9 and '-'"));
    }
    return zones;
  }

  private static Optional<Node> parse(String yaml) {
    try {
      return new Compose(SETTINGS).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElseThrow(() -> e);
      throw problem(mark, String.valueOf(e.getProblem()), "YAML with " + String.join(", ", KEYS));
    } catch (YamlEngineException e) {
      throw problem(2, 1, String.valueOf(e.getMessage()), "YAML with " + String.join(", ", KEYS));
    }
  }

  private void take(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      throw problem(mark(root), "this is no list of keys", "lines such as \"title: Họp thôn\"");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      ScalarNode key = scalar(tuple.getKeyNode());
      if (!KEYS.contains(key.getValue())) {
        throw problem(
            mark(key), "unknown key \"%s\"".formatted(key.getValue()), String.join(", ", KEYS));
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw problem(mark(key), "\"%s\" occurs twice".formatted(key.getValue()), "each key once");
      }
    }
  }

  private Optional<ScalarNode> scalar(String key) {
    return Optional.ofNullable(values.get(key)).map(FrontMatter::scalar);
  }

  private static ScalarNode scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar;
    }
    throw problem(mark(node), "this is not a single value", "one word or line of text");
  }

  private static <T> T value(ScalarNode node, Function<String, T> read, String accepted) {
    try {
      return read.apply(node.getValue());
    } catch (IllegalArgumentException e) {
      throw problem(mark(node), String.valueOf(e.getMessage()), accepted);
    }
  }

  private static String checkedTitle(String title) {
    if (title.isBlank() || title.length() > Notice.MAX_TITLE_CHARACTERS) {
      throw new IllegalArgumentException(
          "a title of %d characters".formatted(title.strip().length()));
    }
    return title.strip();
  }

  private static Priority priorityNamed(String name) {
    for (Priority priority : Priority.values()) {
      if (priority.wireName().equals(name)) {
        return priority;
      }
    }
    throw new IllegalArgumentException("no priority is named \"%s\"".formatted(name));
  }

  private static Mark mark(Node node) {
    return node.getStartMark().orElseThrow();
  }

  private static ProblemException problem(Mark mark, String what, String accepted) {
    return problem(mark.getLine() + 2, mark.getColumn() + 1, what, accepted); // line 1 is the ---
  }

  private static ProblemException problem(int line, int column, String what, String accepted) {
    return new ProblemException(
        new Problem(
            "NOTICE_FRONT_MATTER",
            "Line %d, column %d of the notice: %s."
                .formatted(line, column, what.replaceAll("\\.$", "")),
            "Accepted here: %s.".formatted(accepted)));
  }
}
