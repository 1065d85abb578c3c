// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sounds and silences joined in order. Confined to one thread. */
public final class Tape {
  private final int rateHertz;
  private final List<Pcm> pieces = new ArrayList<>();
  private long samples;

  /** An empty tape of this sample rate. */
  public Tape(int rateHertz) {
    this.rateHertz = rateHertz;
  }

  /**
   * Adds a sound at the end.
   *
   * @throws IllegalArgumentException if it has another sample rate
   */
  public Tape add(Pcm sound) {
    if (sound.rateHertz() != rateHertz) {
      throw new IllegalArgumentException(
          "This tape runs at %d Hz; resample %s first.".formatted(rateHertz, sound));
    }
    pieces.add(sound);
    samples += sound.length();
    return this;
  }

  /** Adds silence at the end. */
  public Tape pause(Duration length) {
    return add(Pcm.silence(length, rateHertz));
  }

  /** How long the tape is so far: where the next piece will begin. */
  public Duration position() {
    return Duration.ofNanos(Math.round(samples * 1e9 / rateHertz));
  }

  /** The whole tape as one sound. */
  public Pcm whole() {
    float[] all = new float[Math.toIntExact(samples)];
    int at = 0;
    for (Pcm piece : pieces) {
      System.arraycopy(piece.raw(), 0, all, at, piece.length());
      at += piece.length();
    }
    return Pcm.wrap(all, rateHertz);
  }
}
