// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import io.vertx.core.Future;
import java.util.Optional;
import loalang.controller.studio.Studio;
import loalang.protocol.Digest;

/**
 * The recordings of the studio.
 *
 * @param studio that keeps them
 */
public record StudioSound(Studio studio) implements AudioDistribution.Source {
  @Override
  public Future<Optional<Long>> sizeOf(Digest recording) {
    return studio.sizeOf(recording);
  }

  @Override
  public Future<byte[]> piece(Digest recording, long offset, int length) {
    return studio.piece(recording, offset, length);
  }
}
