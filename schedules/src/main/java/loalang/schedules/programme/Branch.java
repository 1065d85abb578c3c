// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One "key: value" block of a file, of which every key is known and stands once. */
final class Branch {
  private final String what;
  private final Optional<Mark> mark;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Branch(String what, Optional<Mark> mark) {
    this.what = what;
    this.mark = mark;
  }

  /**
   * Reads a block.
   *
   * @param what the block as messages call it: "a slot"
   * @param accepted every key that may stand in it
   */
  static Branch of(Node node, String what, List<String> accepted) {
    if (!(node instanceof MappingNode block)) {
      throw YamlFault.at(
          node.getStartMark(),
          "PROGRAMME_VALUE_INVALID",
          "Here %s was expected.".formatted(what),
          "Write \"key: value\" lines; the keys are %s.".formatted(String.join(", ", accepted)));
    }
    Branch branch = new Branch(what, block.getStartMark());
    for (NodeTuple entry : block.getValue()) {
      branch.take(Leaf.of(entry.getKeyNode(), "a key"), entry.getValueNode(), accepted);
    }
    return branch;
  }

  private void take(Leaf key, Node value, List<String> accepted) {
    if (!accepted.contains(key.text())) {
      String meant =
          Suggestion.nearest(key.text(), accepted)
              .map(word -> "Did you mean \"%s\"? ".formatted(word))
              .orElse("");
      throw YamlFault.at(
          key.mark(),
          "PROGRAMME_KEY_UNKNOWN",
          "\"%s\" is no key of %s.".formatted(YamlFault.shown(key.text()), what),
          "%sAccepted: %s.".formatted(meant, String.join(", ", accepted)));
    }
    if (values.put(key.text(), value) != null) {
      throw YamlFault.at(
          key.mark(),
          "PROGRAMME_KEY_TWICE",
          "\"%s\" stands twice in %s.".formatted(key.text(), what),
          "Keep one of the two.");
    }
  }

  /** True if the node is a block that has this key. */
  static boolean hasKey(Node node, String key) {
    return node instanceof MappingNode block
        && block.getValue().stream()
            .anyMatch(
                entry ->
                    entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key));
  }

  Optional<Mark> mark() {
    return mark;
  }

  /** True if the key is there. */
  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The rules that span several values of a block are those of its type. */
  <T> T checked(Supplier<T> type) {
    try {
      return type.get();
    } catch (IllegalArgumentException e) {
      throw YamlFault.at(
          mark,
          "PROGRAMME_VALUE_INVALID",
          String.valueOf(e.getMessage()),
          "Change the values of this block so that the rule holds.");
    }
  }

  /** The value of a key that must be there. */
  Leaf leaf(String key) {
    return Leaf.of(required(key), key);
  }

  /** The value of a key that may be there. */
  Optional<Leaf> optional(String key) {
    return Optional.ofNullable(values.get(key)).map(node -> Leaf.of(node, key));
  }

  /** The blocks listed under a key; none if the key is not there. */
  List<Branch> branches(String key, String each, List<String> accepted) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    List<Branch> branches = new ArrayList<>();
    for (Node item : listed(node, key)) {
      branches.add(of(item, each, accepted));
    }
    return branches;
  }

  /** Whatever is listed under a key that must be there. */
  List<Node> nodes(String key) {
    return listed(required(key), key);
  }

  /** The words listed under a key; one word alone is a list of one. */
  List<Leaf> words(String key) {
    Node node = required(key);
    List<Leaf> words = new ArrayList<>();
    for (Node item : node instanceof SequenceNode ? listed(node, key) : List.of(node)) {
      words.add(Leaf.of(item, key));
    }
    return words;
  }

  private static List<Node> listed(Node node, String key) {
    if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return list.getValue();
    }
    throw YamlFault.at(
        node.getStartMark(),
        "PROGRAMME_VALUE_INVALID",
        "\"%s\" is no list, or an empty one.".formatted(key),
        "Write one \"- \" line for each entry under \"%s:\".".formatted(key));
  }

  private Node required(String key) {
    Node node = values.get(key);
    if (node == null) {
      throw YamlFault.at(
          mark,
          "PROGRAMME_KEY_MISSING",
          "\"%s\" is missing in %s.".formatted(key, what),
          "Add a line \"%s: …\".".formatted(key));
    }
    return node;
  }
}
