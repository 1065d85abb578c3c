// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.state;

import org.jspecify.annotations.Nullable;

/**
 * How the machine on the pole is, as far as it tells.
 *
 * @param temperatureCelsius of its hottest part; null if it has no thermometer
 * @param underVoltage true while its supply is too low; null if it does not watch that
 */
public record Machine(@Nullable Double temperatureCelsius, @Nullable Boolean underVoltage) {
  /** From here on a single-board computer slows itself down. */
  public static final double HOT_CELSIUS = 80;

  /** A machine that tells nothing. */
  public static final Machine SILENT = new Machine(null, null);

  /** True if it is too hot. */
  public boolean runsHot() {
    return temperatureCelsius != null && temperatureCelsius >= HOT_CELSIUS;
  }

  /** True if its supply is too low. */
  public boolean lacksVoltage() {
    return underVoltage != null && underVoltage;
  }
}
