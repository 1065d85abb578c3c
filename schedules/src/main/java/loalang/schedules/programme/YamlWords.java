// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Plain maps and lists as the words of a sheet. Pure. */
final class YamlWords {
  private static final DumpSettings ONE_LINE =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.FLOW)
          .setMultiLineFlow(false)
          .setWidth(Integer.MAX_VALUE)
          .build();

  private YamlWords() {}

  /** Things by their ids, in order; none if they are not things with ids. */
  static Map<String, Map<String, Object>> named(Object value) {
    Map<String, Map<String, Object>> named = new LinkedHashMap<>();
    if (value instanceof List<?> list) {
      for (Object one : list) {
        if (!(one instanceof Map<?, ?> map) || !(map.get("id") instanceof String id)) {
          return Map.of();
        }
        Map<String, Object> words = new LinkedHashMap<>();
        map.forEach((key, said) -> words.put(String.valueOf(key), said));
        named.put(id, words);
      }
    }
    return named;
  }

  static String lines(Map<String, Object> item, int indent) {
    return item.entrySet().stream()
        .map(entry -> block(entry, indent))
        .collect(Collectors.joining("\n" + " ".repeat(indent)));
  }

  /** Things with names stand below each other; all else in the line of its key. */
  private static String block(Map.Entry<String, Object> entry, int indent) {
    Map<String, Map<String, Object>> things = named(entry.getValue());
    String dash = "\n" + " ".repeat(indent + 2) + "- ";
    return things.isEmpty()
        ? line(entry)
        : things.values().stream()
            .map(thing -> dash + lines(thing, indent + 4))
            .collect(Collectors.joining("", entry.getKey() + ":", ""));
  }

  static String inline(Map<String, Object> item) {
    return item.entrySet().stream()
        .map(YamlWords::line)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static String line(Map.Entry<String, Object> entry) {
    String inBrackets = new Dump(ONE_LINE).dumpToString(List.of(entry.getValue())).strip();
    return entry.getKey() + ": " + inBrackets.substring(1, inBrackets.length() - 1).strip();
  }
}
