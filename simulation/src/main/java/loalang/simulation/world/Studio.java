// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.Digest;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.Parts;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.AudioPartBytes;

/** The recordings and their parts, the same for every seed. Immutable, any thread. */
public final class Studio {
  private final List<Recorded> library = Recorded.library();
  private final Map<Digest, List<byte[]>> parts = new HashMap<>();
  private final Topics topics;

  /** A studio whose parts travel over these topics. */
  Studio(Topics topics) {
    this.topics = topics;
    for (Recorded one : library) {
      byte[] bytes = one.bytes();
      int count = Parts.count(bytes.length);
      List<byte[]> all = new ArrayList<>();
      for (int index = 0; index < count; index++) {
        int from = (int) Parts.offset(index);
        byte[] part = Arrays.copyOfRange(bytes, from, from + Parts.length(index, bytes.length));
        all.add(AudioPartBytes.encode(new AudioPart(index, count, part)));
      }
      parts.put(one.ref().digest(), List.copyOf(all));
    }
  }

  /** The studio of every world. */
  public static Studio open() {
    return new Studio(new Topics(World.COMMUNE));
  }

  List<Recorded> library() {
    return library;
  }

  Optional<Message> part(Digest digest, int index) {
    List<byte[]> all = parts.getOrDefault(digest, List.of());
    return index < all.size()
        ? Optional.of(Message.loose(topics.audio(digest), all.get(index)))
        : Optional.empty();
  }
}
