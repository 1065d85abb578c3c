// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One written value and where it stands. */
record Leaf(String text, Optional<Mark> mark) {

  static Leaf of(Node node, String what) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return new Leaf(scalar.getValue().strip(), scalar.getStartMark());
    }
    throw YamlFault.at(
        node.getStartMark(),
        "PROGRAMME_VALUE_INVALID",
        "%s has no plain value.".formatted(what),
        "Write one word or one line after \"%s:\".".formatted(what));
  }

  /**
   * The value as a type.
   *
   * @param code the problem if the type refuses it
   * @param accepted what may stand here, as the end of "Write …"
   */
  <T> T as(String code, String accepted, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw YamlFault.at(
          mark,
          code,
          "\"%s\" is not understood.".formatted(YamlFault.shown(text)),
          "Write %s.".formatted(accepted));
    }
  }
}
