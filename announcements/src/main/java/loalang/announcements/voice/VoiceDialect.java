// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.Locale;

/** Where a Vietnamese voice comes from, by its sound; it never changes which words are read. */
public enum VoiceDialect {
  /** Hà Nội and the North. */
  NORTH,
  /** Huế and the Centre. */
  CENTRAL,
  /** Sài Gòn and the South. */
  SOUTH;

  /** As catalogues write it: "north". */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The dialect written so.
   *
   * @throws IllegalArgumentException if it is none of north, central, south
   */
  public static VoiceDialect of(String written) {
    for (VoiceDialect dialect : values()) {
      if (dialect.written().equals(written)) {
        return dialect;
      }
    }
    throw new IllegalArgumentException("A dialect is north, central or south, was " + written);
  }
}
