// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
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
  // What a session's items may be called when there is but one, or a first one.
  private static final Map<String, List<String>> SHORT =
      Map.of("items", List.of("opening", "announcement"));

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
    return "%s:\n  - %s\n".formatted(section, YamlWords.lines(item, 4));
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
              String fresh =
                  YamlNodes.isFlow(item)
                      ? YamlWords.inline(after)
                      : YamlWords.lines(after, YamlNodes.column(item));
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
        .map(items -> added(edits, items, item).text());
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
      int end = YamlNodes.isFlow(items) ? end(items) : name;
      without = without.with(edits.lineStart(name), edits.nextLine(end), "");
    }
    if (!YamlNodes.isFlow(items)) {
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
    return changed(edits, item, before, after).map(TextEdits::text);
  }

  private Optional<TextEdits> changed(
      TextEdits begun, MappingNode item, Map<String, Object> before, Map<String, Object> after) {
    Optional<TextEdits> made = Optional.of(begun);
    Map<String, Object> more = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : after.entrySet()) {
      String key = entry.getKey();
      boolean isSame = entry.getValue().equals(before.get(key));
      if (!isSame
          || (isLateByClock(item, key) && !Objects.equals(after.get("at"), before.get("at")))) {
        if (written(item, key).isEmpty()) {
          more.put(key, entry.getValue());
        } else {
          Object was = before.getOrDefault(key, "");
          made = made.flatMap(edited -> rewritten(edited, item, was, entry));
        }
      }
    }
    for (String gone : before.keySet()) {
      Optional<NodeTuple> known =
          after.containsKey(gone) ? Optional.empty() : YamlNodes.entry(item, gone);
      if (known.isPresent()) {
        made = made.flatMap(edited -> without(edited, item, known.get()));
      }
    }
    return made.map(edited -> with(edited, item, more));
  }

  /** What a key says, by its name or by the shorter words people use for it. */
  private static List<NodeTuple> written(MappingNode item, String key) {
    return Stream.concat(Stream.of(key), SHORT.getOrDefault(key, List.of()).stream())
        .flatMap(name -> YamlNodes.entry(item, name).stream())
        .toList();
  }

  /** A lateness that names a time of day moves with its start. */
  private static boolean isLateByClock(MappingNode item, String key) {
    return key.equals("late")
        && YamlNodes.entry(item, key)
            .filter(
                known ->
                    known.getValueNode() instanceof ScalarNode late
                        && late.getValue().contains(":"))
            .isPresent();
  }

  private Optional<TextEdits> rewritten(
      TextEdits begun, MappingNode item, Object before, Map.Entry<String, Object> after) {
    List<NodeTuple> known = written(item, after.getKey());
    Node value = known.get(0).getValueNode();
    Optional<TextEdits> inside =
        inside(begun, value, YamlWords.named(before), YamlWords.named(after.getValue()));
    Optional<TextEdits> made =
        inside.or(
            () ->
                Optional.of(
                    begun.with(
                        start(known.get(0).getKeyNode()), end(value), YamlWords.line(after))));
    for (NodeTuple other : known.subList(1, known.size())) {
      made = made.flatMap(edited -> without(edited, item, other));
    }
    return made;
  }

  private Optional<TextEdits> without(TextEdits begun, MappingNode item, NodeTuple gone) {
    if (YamlNodes.isFlow(item) || item.getValue().indexOf(gone) == 0) {
      return Optional.empty();
    }
    int from = edits.lineStart(start(gone.getKeyNode()));
    return Optional.of(begun.with(from, edits.nextLine(end(gone.getValueNode())), ""));
  }

  /** Things of a list within the item, each by its id; empty if the list is to be written anew. */
  private Optional<TextEdits> inside(
      TextEdits begun,
      Node node,
      Map<String, Map<String, Object>> before,
      Map<String, Map<String, Object>> after) {
    if (!(node instanceof SequenceNode list) || before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    Optional<TextEdits> made = Optional.of(begun);
    for (Node one : list.getValue()) {
      Optional<String> id = YamlNodes.id(one).filter(before::containsKey);
      if (id.isEmpty() || (YamlNodes.isFlow(list) && !after.containsKey(id.get()))) {
        return Optional.empty();
      }
      Map<String, Object> was = Objects.requireNonNull(before.get(id.get()));
      Optional<Map<String, Object>> is = Optional.ofNullable(after.get(id.get()));
      made =
          made.flatMap(
              edited ->
                  is.isPresent()
                      ? changed(edited, (MappingNode) one, was, is.get())
                      : Optional.of(
                          edited.with(edits.lineStart(start(one)), edits.nextLine(end(one)), "")));
    }
    for (Map.Entry<String, Map<String, Object>> fresh : after.entrySet()) {
      if (!before.containsKey(fresh.getKey())) {
        made = made.map(edited -> added(edited, list, fresh.getValue()));
      }
    }
    return made;
  }

  private TextEdits added(TextEdits begun, SequenceNode items, Map<String, Object> item) {
    Node last = items.getValue().get(items.getValue().size() - 1);
    if (YamlNodes.isFlow(items)) {
      return begun.with(end(last), end(last), ", " + YamlWords.inline(item));
    }
    int column = YamlNodes.column(items);
    int end = edits.lineEnd(end(last));
    String fresh = "\n" + " ".repeat(column) + "- " + YamlWords.lines(item, column + 2);
    return begun.with(end, end, fresh);
  }

  private TextEdits with(TextEdits made, MappingNode item, Map<String, Object> more) {
    if (more.isEmpty()) {
      return made;
    }
    if (YamlNodes.isFlow(item)) {
      Node last = item.getValue().get(item.getValue().size() - 1).getValueNode();
      String keys =
          more.entrySet().stream().map(YamlWords::line).collect(Collectors.joining(", ", ", ", ""));
      return made.with(end(last), end(last), keys);
    }
    int end = edits.lineEnd(end(item));
    String indent = "\n" + " ".repeat(YamlNodes.column(item));
    return made.with(end, end, indent + YamlWords.lines(more, YamlNodes.column(item)));
  }

  private Optional<NodeTuple> list() {
    return root instanceof MappingNode file ? YamlNodes.entry(file, section) : Optional.empty();
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
                YamlNodes.entry(item, idKey)
                    .filter(known -> YamlNodes.isScalar(known.getValueNode(), id))
                    .isPresent())
        .findFirst();
  }

  private int start(Node node) {
    return offset(node.getStartMark());
  }

  // A block ends where the next thing begins, comments between them included: so the last word of
  // the block is asked.
  private int end(Node node) {
    if (node instanceof MappingNode map && !YamlNodes.isFlow(map) && !map.getValue().isEmpty()) {
      return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list
        && !YamlNodes.isFlow(list)
        && !list.getValue().isEmpty()) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    int end = offset(node.getEndMark());
    return end > 0 && text.charAt(end - 1) == '\n' ? end - 1 : end;
  }

  private int offset(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }
}
