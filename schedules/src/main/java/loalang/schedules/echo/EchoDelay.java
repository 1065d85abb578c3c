// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.echo;

import java.time.Duration;
import java.util.Set;
import loalang.protocol.PagingZone;

/**
 * Some clusters start this much after the instant of the cue, so that neighbours do not blur.
 *
 * @param chain the chain that asks for it
 * @param clusters which
 * @param by how much later, over 0, at most 5 seconds
 */
public record EchoDelay(String chain, Set<PagingZone> clusters, Duration by) {
  public EchoDelay {
    clusters = PagingZone.sorted(clusters);
  }

  /** The reason as a rundown shows it. */
  public String why() {
    return "%d ms later, by echo chain \"%s\"".formatted(by.toMillis(), chain);
  }
}
