// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.walls.sabotage;

import be.tarsos.dsp.util.fft.FFT;

/** Wrong on purpose: a spectrum outside the room that hears. */
public final class StrayFft {
  private StrayFft() {}

  static FFT spectrum() {
    return new FFT(8);
  }
}
