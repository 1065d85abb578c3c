// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One "key: value" block of a sheet, of which every key is known and stands once. */
final class Block {
  private final Optional<Mark> mark;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Block(Optional<Mark> mark) {
    this.mark = mark;
  }

  static Block of(Node node, List<String> accepted) {
    if (!(node instanceof MappingNode block)) {
      throw SheetFault.at(
          node.getStartMark(),
          "here \"key: value\" lines were expected.",
          "The keys are %s.".formatted(String.join(", ", accepted)));
    }
    Block taken = new Block(block.getStartMark());
    for (NodeTuple entry : block.getValue()) {
      taken.take(entry, accepted);
    }
    return taken;
  }

  private void take(NodeTuple entry, List<String> accepted) {
    String key = text(entry.getKeyNode(), "a key");
    Optional<Mark> place = entry.getKeyNode().getStartMark();
    if (!accepted.contains(key)) {
      throw SheetFault.at(
          place,
          "\"%s\" is no key of this block.".formatted(SheetFault.shown(key)),
          "%sAccepted: %s."
              .formatted(SheetFault.meant(key, accepted), String.join(", ", accepted)));
    }
    if (values.put(key, entry.getValueNode()) != null) {
      throw SheetFault.at(place, "\"%s\" stands twice.".formatted(key), "Keep one of the two.");
    }
  }

  /** The value of a key that must be there. */
  <T> T required(String key, String accepted, Function<String, T> type) {
    return optional(key, accepted, type)
        .orElseThrow(
            () ->
                SheetFault.at(
                    mark,
                    "\"%s\" is missing.".formatted(key),
                    "Add a line \"%s: %s\".".formatted(key, accepted)));
  }

  /** The value of a key that may be there. */
  <T> Optional<T> optional(String key, String accepted, Function<String, T> type) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    String text = text(node, key);
    try {
      return Optional.of(type.apply(text));
    } catch (IllegalArgumentException e) {
      throw SheetFault.at(
          node.getStartMark(),
          "\"%s\" is not understood as \"%s\".".formatted(SheetFault.shown(text), key),
          "Write %s.".formatted(accepted));
    }
  }

  /** One of these words. */
  <T> Optional<T> word(String key, Map<String, T> words) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    String text = text(node, key);
    T value = words.get(text);
    if (value == null) {
      throw SheetFault.at(
          node.getStartMark(),
          "\"%s\" is no value of \"%s\".".formatted(SheetFault.shown(text), key),
          "%sAccepted: %s."
              .formatted(
                  SheetFault.meant(text, words.keySet()),
                  String.join(", ", words.keySet().stream().sorted().toList())));
    }
    return Optional.of(value);
  }

  /** The blocks listed under a key, if it is there. */
  Optional<List<Block>> blocks(String key, List<String> accepted) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof SequenceNode list)) {
      throw SheetFault.at(
          node.getStartMark(),
          "\"%s\" is no list.".formatted(key),
          "Write one \"- \" line for each entry under \"%s:\".".formatted(key));
    }
    return Optional.of(list.getValue().stream().map(item -> of(item, accepted)).toList());
  }

  /** A value made of several keys; what its type refuses is a fault of this block. */
  <T> T made(Supplier<T> type) {
    try {
      return type.get();
    } catch (IllegalArgumentException e) {
      throw SheetFault.at(
          mark, String.valueOf(e.getMessage()), "Change this block so that the rule holds.");
    }
  }

  private static String text(Node node, String what) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw SheetFault.at(
        node.getStartMark(),
        "%s has no plain value.".formatted(what),
        "Write one word or one line after \"%s:\".".formatted(what));
  }
}
