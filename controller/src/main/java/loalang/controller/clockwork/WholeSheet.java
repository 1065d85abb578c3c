// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.util.List;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.rundown.Timetable;

/** Writes several sheets as one file, and never loses what people wrote beside it unsaid. Pure. */
final class WholeSheet {
  private WholeSheet() {}

  /**
   * One file that says what is held.
   *
   * @param held what the book holds
   * @param kept the sheets it came from, word for word
   * @param hasFiles true if files of a technician are held too
   */
  static String of(ProgrammeSheet held, List<KeptSheet> kept, boolean hasFiles) {
    if (!hasFiles && kept.size() == 1 && says(kept.get(0), held)) {
      return kept.get(0).yaml();
    }
    List<String> commented =
        kept.stream().filter(WholeSheet::hasComments).map(sheet -> sheet.name().value()).toList();
    return header(commented) + ProgrammeFile.write(held);
  }

  private static String header(List<String> commented) {
    return commented.isEmpty()
        ? ""
        : """
          # Chú thích nằm trong từng tờ, không có ở đây: %1$s.
          # Comments stay in the sheets and are not here: %1$s. Each whole: loa schedule export NAME
          """
            .formatted(String.join(", ", commented));
  }

  private static boolean says(KeptSheet kept, ProgrammeSheet held) {
    try {
      ProgrammeSheet sheet = ProgrammeFile.read(kept.yaml());
      return Timetable.EMPTY.with(sheet).sheet(sheet.oneOffs()).equals(held);
    } catch (ProblemException e) {
      return false; // it is not held either, for the same reason
    }
  }

  private static boolean hasComments(KeptSheet kept) {
    return ProgrammeFile.hasComments(kept.yaml());
  }
}
