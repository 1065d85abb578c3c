// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd.Parameters;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import java.util.Arrays;

/**
 * How fast speech goes, its pitch unchanged (TarsosDSP's WSOLA).
 *
 * @param factor 0.8 to 1.25; 0.8 is slower by a quarter, 1 leaves the sound as it is
 * @throws IllegalArgumentException if out of range or not a number
 */
public record Tempo(double factor) {
  /** As the voice speaks. */
  public static final Tempo ORDINARY = new Tempo(1);

  public Tempo {
    if (!(factor >= 0.8 && factor <= 1.25)) {
      throw new IllegalArgumentException("A tempo is 0.8 to 1.25, was %s.".formatted(factor));
    }
  }

  /** The sound at this tempo; as long as before divided by the factor, to the sample. */
  public Pcm apply(Pcm sound) {
    if (factor == 1 || sound.length() == 0) {
      return sound;
    }
    var stretcher =
        new WaveformSimilarityBasedOverlapAdd(Parameters.speechDefaults(factor, sound.rateHertz()));
    var event = new AudioEvent(new TarsosDSPAudioFormat(sound.rateHertz(), 16, 1, true, false));
    int window = stretcher.getInputBufferSize();
    int skip = window - stretcher.getOverlap();
    int due = (int) Math.round(sound.length() / factor);
    float[] out = new float[due];
    int written = 0;
    for (int from = 0; written < due; from += skip) {
      event.setFloatBuffer(Arrays.copyOf(sound.stretch(from, window).raw(), window));
      stretcher.process(event);
      float[] made = event.getFloatBuffer();
      int taken = Math.min(made.length, due - written);
      System.arraycopy(made, 0, out, written, taken);
      written += taken;
    }
    return Pcm.wrap(out, sound.rateHertz());
  }
}
