// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import loalang.announcements.voice.EngineId;

/**
 * What a vendor's public document says before the first request.
 *
 * @param id of the vendor
 * @param address its public door
 * @param maxCharacters of one request
 * @param keys the names of what the commune must have from it
 * @param open speaks to it, given the keys by name
 */
record VendorDoor(
    EngineId id,
    URI address,
    int maxCharacters,
    List<String> keys,
    BiFunction<CloudHttp, Map<String, Secret>, Vendor> open) {
  VendorDoor {
    keys = List.copyOf(keys);
  }
}
