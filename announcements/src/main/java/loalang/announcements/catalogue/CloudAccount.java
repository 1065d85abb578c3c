// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import java.net.URI;
import loalang.announcements.voice.EngineId;
import org.jspecify.annotations.Nullable;

/**
 * What a commune agrees with a vendor of voices, keys apart.
 *
 * @param engine the vendor
 * @param address another door than the vendor's public one; null for the public one
 * @param charactersPerDay 1 to 10,000,000; after that the day is over for this vendor
 * @throws IllegalArgumentException if a value is out of range
 */
public record CloudAccount(EngineId engine, @Nullable URI address, int charactersPerDay) {
  /** About an hour and a half of speech. */
  public static final int USUAL_CHARACTERS_PER_DAY = 100_000;

  public CloudAccount {
    if (charactersPerDay < 1 || charactersPerDay > 10_000_000) {
      throw new IllegalArgumentException(
          "A day has 1 to 10,000,000 characters, was %d.".formatted(charactersPerDay));
    }
  }

  /** The public door and the usual day. */
  public static CloudAccount usual(EngineId engine) {
    return new CloudAccount(engine, null, USUAL_CHARACTERS_PER_DAY);
  }
}
