// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.Unit;
import com.sun.speech.freetts.diphone.Diphone;
import com.sun.speech.freetts.relp.Sample;

/** One half of a diphone, as FreeTTS's concatenation takes it. */
record Half(Diphone diphone, int part) implements Unit {
  /** The half that belongs to the first sound. */
  static final int FIRST = 1;

  /** The half that belongs to the second sound. */
  static final int SECOND = 2;

  @Override
  public String getName() {
    return diphone.getName();
  }

  @Override
  public int getSize() {
    return diphone.getUnitSize(part);
  }

  @Override
  public Sample getNearestSample(float index) {
    return diphone.nearestSample(index, part);
  }

  @Override
  public void dump() {
    // FreeTTS would print it; nobody asks
  }
}
