// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.util.HashMap;
import java.util.Map;
import loalang.protocol.envelope.KeyId;

/**
 * A replay window for each trusted key.
 *
 * @param byKey never holds more keys than are trusted, since only genuine orders get here
 */
public record ReplayWindows(Map<KeyId, ReplayWindow> byKey) {
  /** No order judged yet. */
  public static final ReplayWindows EMPTY = new ReplayWindows(Map.of());

  public ReplayWindows {
    byKey = Map.copyOf(byKey);
  }

  /** True if the key's order with this sequence was judged, or is too old to tell. */
  public boolean cover(KeyId key, long sequence) {
    return byKey.getOrDefault(key, ReplayWindow.EMPTY).covers(sequence);
  }

  /** The windows after this order was judged. */
  public ReplayWindows with(KeyId key, long sequence) {
    return with(key, byKey.getOrDefault(key, ReplayWindow.EMPTY).with(sequence));
  }

  /** The windows with this one in place. */
  public ReplayWindows with(KeyId key, ReplayWindow window) {
    Map<KeyId, ReplayWindow> changed = new HashMap<>(byKey);
    changed.put(key, window);
    return new ReplayWindows(changed);
  }
}
