// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Says where in a sheet something is wrong, counting from 1 as editors do. */
final class SheetFault {
  private static final int MOST_SLIPS = 3;

  private SheetFault() {}

  static ProblemException at(Optional<Mark> mark, String what, String nextStep) {
    String where =
        mark.map(
                m ->
                    "%s, line %d, column %d: "
                        .formatted(m.getName(), m.getLine() + 1, m.getColumn() + 1))
            .orElse("");
    return new ProblemException(new Problem("VOICES_FILE_INVALID", where + what, nextStep));
  }

  /** "Did you mean …? " or nothing. */
  static String meant(String written, Collection<String> accepted) {
    return accepted.stream()
        .filter(word -> slips(written, word) <= Math.min(MOST_SLIPS, word.length() / 2))
        .min(Comparator.comparingInt(word -> slips(written, word)))
        .map("Did you mean \"%s\"? "::formatted)
        .orElse("");
  }

  static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  /** Letters to insert, drop or change. */
  private static int slips(String written, String word) {
    return LevenshteinDistance.getDefaultInstance().apply(written, word);
  }
}
