// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.List;
import java.util.Optional;

/**
 * One sentence as it is written and as it is said.
 *
 * @param written its text, cut into what belongs to a piece and what is between
 * @param spoken its pieces in the order of speech
 */
public record ReadingLine(List<Cut> written, List<Piece> spoken) {
  public ReadingLine {
    written = List.copyOf(written);
    spoken = List.copyOf(spoken);
  }

  /**
   * A cut of the written text.
   *
   * @param text as it stands there
   * @param piece that is said for it; empty if nothing is
   */
  public record Cut(String text, Optional<Piece> piece) {}
}
