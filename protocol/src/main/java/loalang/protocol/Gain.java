// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Amplifier gain relative to the loudspeaker's calibrated level.
 *
 * @param decibels -60 to 0, ends allowed; 0 plays at the calibrated level
 * @throws IllegalArgumentException if out of range or not a number
 */
public record Gain(@JsonValue double decibels) {
  /** The calibrated level. */
  public static final Gain CALIBRATED = new Gain(0);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Gain {
    if (!(decibels >= -60 && decibels <= 0)) { // written so that NaN fails too
      throw new IllegalArgumentException(
          "Gain must be -60 to 0 dB, was %s. Raise the recording, not the amplifier."
              .formatted(decibels));
    }
  }

  /** The factor by which a sample is multiplied: 0.001 to 1. */
  public double factor() {
    return Math.pow(10, decibels / 20);
  }
}
