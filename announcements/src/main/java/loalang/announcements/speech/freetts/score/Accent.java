// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

import java.util.Arrays;
import java.util.Optional;

/** Whose Vietnamese it is: as announcers of the three regions speak, not as villages do. */
public enum Accent {
  /** Hà Nội: six tones; d, gi and r alike, ch and tr alike, s and x alike. */
  NORTH("vi-north"),
  /** Huế: five tones, hỏi and ngã alike; r, s and tr kept apart. */
  CENTRAL("vi-central"),
  /** Sài Gòn: five tones, hỏi and ngã alike; d and gi as a y; r, s and tr kept apart. */
  SOUTH("vi-south");

  private final String engineVoice;

  Accent(String engineVoice) {
    this.engineVoice = engineVoice;
  }

  /** The accent a voice of the catalogue asks for, for example "vi-north". */
  public static Optional<Accent> named(String engineVoice) {
    return Arrays.stream(values())
        .filter(accent -> accent.engineVoice.equals(engineVoice))
        .findFirst();
  }

  /** Its name in the catalogue of voices. */
  public String engineVoice() {
    return engineVoice;
  }
}
