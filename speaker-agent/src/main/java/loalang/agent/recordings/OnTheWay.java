// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import loalang.protocol.Digest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings that are listened to and asked for now. Not thread-safe: the agent thread only.
 */
final class OnTheWay {
  private static final Logger LOG = LoggerFactory.getLogger(OnTheWay.class);

  private final RecordingLine line;
  private final DoubleSupplier chance;
  private final Predicate<Digest> hurries;
  private final Map<Digest, Coming> coming = new LinkedHashMap<>();

  private boolean online = true;

  /**
   * Nothing is on its way.
   *
   * @param hurries true of what an order waits for
   */
  OnTheWay(RecordingLine line, DoubleSupplier chance, Predicate<Digest> hurries) {
    this.line = line;
    this.chance = chance;
    this.hurries = hurries;
  }

  /** A recording on its way: what is missing, and what is on the disk so far. */
  record Coming(RecordingFetch fetch, RecordingDraft draft) {}

  @Nullable Coming get(Digest digest) {
    return coming.get(digest);
  }

  List<Digest> names() {
    return List.copyOf(coming.keySet());
  }

  Coming begin(Digest digest, RecordingDraft draft, Instant now) {
    RecordingFetch fetch = new RecordingFetch(draft.recording(), draft.held(), chance, now);
    Coming one = new Coming(fetch, draft);
    coming.put(digest, one);
    line.listenTo(digest);
    return one;
  }

  /** The same fetch goes on with a fresh draft. */
  void replace(Digest digest, RecordingFetch fetch, RecordingDraft draft) {
    coming.put(digest, new Coming(fetch, draft));
  }

  /** It is not on its way any more; its files are somebody else's business. */
  @Nullable Coming end(Digest digest) {
    Coming one = coming.remove(digest);
    if (one != null) {
      line.ignore(digest);
    }
    return one;
  }

  /** Somebody more urgent needs the place; what is here stays. */
  void park(Digest digest) {
    Coming one = end(digest);
    if (one != null) {
      try {
        one.draft().close();
      } catch (IOException e) {
        LOG.warn("recording={} its draft may be incomplete: {}", digest, e.getMessage());
      }
    }
  }

  /** Nobody wants it any more. */
  void giveUp(Digest digest) {
    Coming one = end(digest);
    if (one != null) {
      try {
        one.draft().discard();
      } catch (IOException e) {
        LOG.warn("recording={} its draft stays: {}", digest, e.getMessage());
      }
    }
  }

  /** The connection is new: listen and ask again. */
  void connected(Instant now) {
    online = true;
    for (Map.Entry<Digest, Coming> one : coming.entrySet()) {
      line.listenTo(one.getKey());
      one.getValue().fetch().askNow(now);
    }
    ask(now);
  }

  void disconnected() {
    online = false;
  }

  void ask(Instant now) {
    if (online) {
      coming.forEach(
          (digest, one) ->
              one.fetch()
                  .wantAt(now)
                  .map(want -> hurries.test(digest) ? want.hurrying() : want)
                  .ifPresent(line::want));
    }
  }

  Optional<Instant> nextAsk() {
    return coming.values().stream()
        .filter(one -> online && !one.fetch().isWhole())
        .map(one -> one.fetch().nextAsk())
        .min(Instant::compareTo);
  }
}
