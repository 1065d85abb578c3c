// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.Optional;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Says where in a file something is wrong, counting lines and columns from 1 as editors do. */
final class YamlFault {
  private YamlFault() {}

  static ProblemException at(Optional<Mark> mark, String code, String what, String nextStep) {
    String where =
        mark.map(m -> "Line %d, column %d: ".formatted(m.getLine() + 1, m.getColumn() + 1))
            .orElse("");
    return new ProblemException(new Problem(code, where + what, nextStep));
  }

  /** A value as it may stand in a message: never longer than a line. */
  static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
