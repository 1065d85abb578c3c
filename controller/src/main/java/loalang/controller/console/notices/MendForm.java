// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * Where it is said how a place is read.
 *
 * @param piece the place
 * @param spoken what stands in the form
 * @param forAll whether it goes into the commune's dictionary
 * @param problem why it was not taken
 */
public record MendForm(Piece piece, String spoken, boolean forAll, Optional<Problem> problem) {
  static MendForm of(Piece piece) {
    return new MendForm(piece, plain(piece.spoken()), false, Optional.empty());
  }

  MendForm refused(String typed, boolean all, Problem why) {
    return new MendForm(piece, typed, all, Optional.of(why));
  }

  /** Whether somebody fixed it for this notice before. */
  public boolean isFixed() {
    return piece.mark() == Piece.Mark.FIXED;
  }

  private static String plain(String spoken) {
    return spoken.replaceAll("[.,?!;:]+$", "");
  }
}
