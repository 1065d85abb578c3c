// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * A stretch of the written text and what is said for it.
 *
 * @param start of the stretch in the notice's body
 * @param end one past its last character
 * @param written what stands there
 * @param spoken what is said
 * @param mark what is to be seen about it
 * @param atMillis when it is said in the recording, about; empty if that is not known
 */
public record Piece(
    int start, int end, String written, String spoken, Mark mark, OptionalLong atMillis) {

  /** What is to be seen about a piece. */
  public enum Mark {
    /** Said as it is written. */
    SAME,
    /** Said otherwise than it is written. */
    CHANGED,
    /** The reader doubts. */
    DOUBTFUL,
    /** Somebody fixed how it is said. */
    FIXED;

    /** Its style. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The piece in an address: 12-18. */
  public String place() {
    return start + "-" + end;
  }

  /** True unless it is said as it is written and nobody doubts. */
  public boolean isMarked() {
    return mark != Mark.SAME;
  }
}
