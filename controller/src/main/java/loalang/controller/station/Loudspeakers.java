// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.station;

import java.util.Locale;
import loalang.announcements.audio.Band;

/** What most of the commune's loudspeakers are, which decides the frequencies they are given. */
public enum Loudspeakers {
  /** Loa nén: 180 to 6,500 Hz. */
  HORN {
    @Override
    public Band band() {
      return Band.HORN;
    }
  },

  /** Loa hộp, loa cột: 80 Hz and up. */
  BOX {
    @Override
    public Band band() {
      return Band.BOX;
    }
  };

  /** The frequencies they are given. */
  public abstract Band band();

  /** As settings write it: "horn". */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind written so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Loudspeakers of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }
}
