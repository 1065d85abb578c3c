// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.state.SpeakerState;

/**
 * A loudspeaker as the office knows it.
 *
 * @param id its name
 * @param zones it belongs to; its own single-node zone is understood
 * @param key that signs its reports
 * @param isOnline true while the office hears it
 * @param lastSeen when the office last heard of it, by the office's clock; empty if never
 * @param state what it last told about itself
 */
public record Speaker(
    SpeakerId id,
    Set<PagingZone> zones,
    VerifyKey key,
    boolean isOnline,
    Optional<Instant> lastSeen,
    Optional<SpeakerState> state) {
  public Speaker {
    zones = Set.copyOf(zones);
  }

  /** True if an order for this zone is for this speaker. */
  public boolean isIn(PagingZone zone) {
    return zones.contains(zone) || PagingZone.only(id).equals(zone);
  }

  /** The same speaker, heard of now. */
  Speaker heard(boolean online, Instant now) {
    return new Speaker(id, zones, key, online, Optional.of(now), state);
  }

  /** The same speaker, telling about itself. */
  Speaker telling(SpeakerState news) {
    return new Speaker(id, zones, key, isOnline, lastSeen, Optional.of(news));
  }
}
