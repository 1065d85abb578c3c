// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.station;

import java.time.Instant;

/**
 * Settings as they are kept.
 *
 * @param version grows by one with every change; 0 is {@link StationSettings#USUAL}
 * @param settings in force since
 * @param by who set them
 * @param at when
 */
public record KeptSettings(long version, StationSettings settings, String by, Instant at) {
  static final KeptSettings NONE = new KeptSettings(0, StationSettings.USUAL, "", Instant.EPOCH);
}
