// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import java.io.IOException;
import java.time.Duration;

/** A file is sound, and more of it than was asked for. */
public final class PlaysTooLongException extends IOException {
  private static final long serialVersionUID = 1;

  PlaysTooLongException(Duration longest) {
    super("it plays longer than %d s".formatted(longest.toSeconds()));
  }
}
