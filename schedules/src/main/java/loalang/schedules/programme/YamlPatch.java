// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes one item of one list in a YAML text and leaves every other character where it stands.
 * What it gives is a proposal: the caller reads it again and compares. Pure.
 */
final class YamlPatch {
  private static final DumpSettings ONE_LINE =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.FLOW)
          .setMultiLineFlow(false)
          .setWidth(Integer.MAX_VALUE)
          .build();

  private final String text;
  private final Node root;
  private final String section;
  private final TextEdits edits;

  YamlPatch(String text, Node root, String section) {
    this.text = text;
    this.root = root;
    this.section = section;
    this.edits = new TextEdits(text);
  }

  /** A text that has nothing but this item. */
  static String first(String section, Map<String, Object> item) {
    return "%s:\n  - %s\n".formatted(section, lines(item, 4));
  }

  /** The text with the keys that differ changed in an item that stands in it. */
  Optional<String> change(String idKey, Map<String, Object> before, Map<String, Object> after) {
    return item(idKey, before)
        .filter(item -> !after.isEmpty())
        .flatMap(item -> change(item, before, after));
  }

  /** The text with a whole item in the place of the one of its name. */
  Optional<String> replace(String idKey, Map<String, Object> before, Map<String, Object> after) {
    return item(idKey, before)
        .map(
            item -> {
              String fresh = isFlow(item) ? inline(after) : lines(after, column(item));
              return edits.with(start(item), end(item), fresh).text();
            });
  }

  /** The text with one more item at the end of the list. */
  Optional<String> add(Map<String, Object> item) {
    Optional<NodeTuple> list = list();
    if (list.isEmpty()) {
      String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      return Optional.of(text + gap + first(section, item));
    }
    return sequence()
        .filter(items -> !items.getValue().isEmpty())
        .map(
            items -> {
              Node last = items.getValue().get(items.getValue().size() - 1);
              if (isFlow(items)) {
                return edits.with(end(last), end(last), ", " + inline(item)).text();
              }
              int column = column(items);
              String fresh = "\n" + " ".repeat(column) + "- " + lines(item, column + 2);
              int end = edits.lineEnd(end(last));
              return edits.with(end, end, fresh).text();
            });
  }

  /** The text without an item; without its list, if it was the only one. */
  Optional<String> remove(String idKey, Map<String, Object> before) {
    Optional<MappingNode> item = item(idKey, before);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    SequenceNode items = sequence().orElseThrow();
    int at = items.getValue().indexOf(item.get());
    TextEdits without = edits;
    if (items.getValue().size() == 1) { // what is written between the list's name and it stays
      int name = start(list().orElseThrow().getKeyNode());
      int end = isFlow(items) ? end(items) : name;
      without = without.with(edits.lineStart(name), edits.nextLine(end), "");
    }
    if (!isFlow(items)) {
      int from = edits.lineStart(start(item.get()));
      return Optional.of(without.with(from, edits.nextLine(end(item.get())), "").text());
    }
    if (items.getValue().size() == 1) {
      return Optional.of(without.text());
    }
    int from = at == 0 ? start(item.get()) : end(items.getValue().get(at - 1));
    int until = at == 0 ? start(items.getValue().get(1)) : end(item.get());
    return Optional.of(edits.with(from, until, "").text());
  }

  private Optional<String> change(
      MappingNode item, Map<String, Object> before, Map<String, Object> after) {
    TextEdits made = edits;
    Map<String, Object> more = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : after.entrySet()) {
      if (!entry.getValue().equals(before.get(entry.getKey()))) {
        Optional<NodeTuple> known = entry(item, entry.getKey());
        if (known.isPresent()) {
          made =
              made.with(
                  start(known.get().getKeyNode()), end(known.get().getValueNode()), line(entry));
        } else {
          more.put(entry.getKey(), entry.getValue());
        }
      }
    }
    for (String gone : before.keySet()) {
      Optional<NodeTuple> known = after.containsKey(gone) ? Optional.empty() : entry(item, gone);
      if (known.isPresent()) {
        if (isFlow(item) || item.getValue().indexOf(known.get()) == 0) {
          return Optional.empty();
        }
        int from = edits.lineStart(start(known.get().getKeyNode()));
        made = made.with(from, edits.nextLine(end(known.get().getValueNode())), "");
      }
    }
    return Optional.of(with(made, item, more).text());
  }

  private TextEdits with(TextEdits made, MappingNode item, Map<String, Object> more) {
    if (more.isEmpty()) {
      return made;
    }
    if (isFlow(item)) {
      Node last = item.getValue().get(item.getValue().size() - 1).getValueNode();
      String keys =
          more.entrySet().stream().map(YamlPatch::line).collect(Collectors.joining(", ", ", ", ""));
      return made.with(end(last), end(last), keys);
    }
    int end = edits.lineEnd(end(item));
    String indent = "\n" + " ".repeat(column(item));
    return made.with(end, end, indent + lines(more, column(item)));
  }

  private Optional<NodeTuple> list() {
    return root instanceof MappingNode file ? entry(file, section) : Optional.empty();
  }

  private Optional<SequenceNode> sequence() {
    return list()
        .map(NodeTuple::getValueNode)
        .filter(SequenceNode.class::isInstance)
        .map(SequenceNode.class::cast);
  }

  private Optional<MappingNode> item(String idKey, Map<String, Object> wanted) {
    String id = String.valueOf(Objects.requireNonNull(wanted.get(idKey), idKey));
    return sequence().stream()
        .flatMap(items -> items.getValue().stream())
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .filter(
            item ->
                entry(item, idKey).filter(known -> isScalar(known.getValueNode(), id)).isPresent())
        .findFirst();
  }

  private static Optional<NodeTuple> entry(MappingNode map, String key) {
    return map.getValue().stream().filter(tuple -> isScalar(tuple.getKeyNode(), key)).findFirst();
  }

  private static boolean isScalar(Node node, String text) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  private static boolean isFlow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  private int start(Node node) {
    return offset(node.getStartMark());
  }

  // A block ends where the next thing begins, comments between them included: so the last word of
  // the block is asked.
  private int end(Node node) {
    if (node instanceof MappingNode map && !isFlow(map) && !map.getValue().isEmpty()) {
      return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list && !isFlow(list) && !list.getValue().isEmpty()) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    int end = offset(node.getEndMark());
    return end > 0 && text.charAt(end - 1) == '\n' ? end - 1 : end;
  }

  private int offset(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }

  private static int column(Node node) {
    return node.getStartMark().orElseThrow().getColumn();
  }

  private static String lines(Map<String, Object> item, int indent) {
    return item.entrySet().stream()
        .map(YamlPatch::line)
        .collect(Collectors.joining("\n" + " ".repeat(indent)));
  }

  private static String inline(Map<String, Object> item) {
    return item.entrySet().stream()
        .map(YamlPatch::line)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String line(Map.Entry<String, Object> entry) {
    String inBrackets = new Dump(ONE_LINE).dumpToString(List.of(entry.getValue())).strip();
    return entry.getKey() + ": " + inBrackets.substring(1, inBrackets.length() - 1).strip();
  }
}
