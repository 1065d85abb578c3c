// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.station;

import java.util.Optional;
import java.util.TreeSet;
import loalang.announcements.SoundSettings;
import loalang.announcements.audio.Chime;
import loalang.announcements.audio.Mastering;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;

/**
 * How every recording of the office sounds, unless its notice says otherwise.
 *
 * @param lines what the station says around a notice
 * @param chime a name of {@link Chime#SHIPPED} or {@value #NO_CHIME}; an emergency keeps its own
 * @param mastering how loud
 * @param loudspeakers the kind most poles have
 * @param voice who speaks where a notice names nobody and is in that voice's language
 * @param dialect whose numerals and days are read
 * @throws IllegalArgumentException if a value is out of range
 */
public record StationSettings(
    Lines lines,
    String chime,
    Mastering mastering,
    Loudspeakers loudspeakers,
    Optional<VoiceId> voice,
    VoiceDialect dialect) {
  /** The name of no chime. */
  public static final String NO_CHIME = "none";

  /** What an office does before anybody set anything. */
  public static final StationSettings USUAL =
      new StationSettings(
          new Lines("", "", false),
          "ba-chuong",
          Mastering.HORN,
          Loudspeakers.HORN,
          Optional.empty(),
          VoiceDialect.NORTH);

  /**
   * What the station says.
   *
   * @param opening before each Vietnamese notice, at most {@value #MAX_CHARACTERS} characters;
   *     empty for nothing
   * @param closing after it; empty for nothing
   * @param saysSynthetic whether the end says that a machine spoke
   * @throws IllegalArgumentException if a line is too long
   */
  public record Lines(String opening, String closing, boolean saysSynthetic) {
    /** The longest line. */
    public static final int MAX_CHARACTERS = 400;

    public Lines {
      opening = opening.strip();
      closing = closing.strip();
      int longest = Math.max(opening.length(), closing.length());
      if (longest > MAX_CHARACTERS) {
        throw new IllegalArgumentException(
            "A line of the station has at most %d characters, had %d."
                .formatted(MAX_CHARACTERS, longest));
      }
    }

    /** Whether listeners hear whose loudspeaker it is without the notice saying so. */
    public boolean nameTheStation() {
      return !opening.isEmpty();
    }
  }

  public StationSettings {
    if (!chime.equals(NO_CHIME) && !Chime.SHIPPED.containsKey(chime)) {
      throw new IllegalArgumentException(
          "A chime is %s or one of %s, was %s."
              .formatted(NO_CHIME, new TreeSet<>(Chime.SHIPPED.keySet()), chime));
    }
  }

  /** Loudness and band of a production line. */
  public SoundSettings sound() {
    SoundSettings usual = SoundSettings.HORN;
    return new SoundSettings(
        mastering, usual.compressor(), loudspeakers.band(), usual.tempo(), usual.encoder());
  }
}
