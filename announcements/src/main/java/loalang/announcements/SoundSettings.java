// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import loalang.announcements.audio.Band;
import loalang.announcements.audio.Compressor;
import loalang.announcements.audio.Mastering;
import loalang.announcements.audio.Tempo;
import loalang.announcements.encode.OpusEncoder;

/**
 * How recordings sound.
 *
 * @param mastering how loud, as decoded
 * @param compressor how even
 * @param band which frequencies
 * @param tempo how fast
 * @param encoder how it is coded
 */
public record SoundSettings(
    Mastering mastering, Compressor compressor, Band band, Tempo tempo, OpusEncoder encoder) {
  /** For horns, at 24 kbit/s. */
  public static final SoundSettings HORN =
      new SoundSettings(
          Mastering.HORN, Compressor.GENTLE, Band.HORN, Tempo.ORDINARY, new OpusEncoder(24_000));

  /** The same at another tempo. */
  public SoundSettings at(Tempo other) {
    return new SoundSettings(mastering, compressor, band, other, encoder);
  }
}
