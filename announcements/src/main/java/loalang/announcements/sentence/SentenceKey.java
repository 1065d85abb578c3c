// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sentence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import loalang.protocol.Digest;

/**
 * The name of a sentence in the cache: a digest of all that its sound depends on.
 *
 * @param digest SHA-256
 */
public record SentenceKey(Digest digest) {

  /**
   * Of voice, engine with version and settings, shaping, coding and spoken text.
   *
   * @param parts in a fixed order; lengths are part of the digest, so no two lists collide
   */
  public static SentenceKey of(List<String> parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
    return new SentenceKey(Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  String fileName() {
    return digest.hex();
  }
}
