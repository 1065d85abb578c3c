// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.SpokenTimes;
import loalang.announcements.audio.Peaks;
import loalang.announcements.encode.OggOpusSound;
import loalang.controller.queue.WorkQueue;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;

/** A door: what a recording looks like while one listens to it. On one event loop. */
public final class ListeningDesk {
  private static final int STRETCHES = 400; // twice as many as a phone has points to spare
  private static final int REMEMBERED = 200;
  private static final Duration LONGEST = Duration.ofHours(3);

  private final Studio studio;
  private final WorkQueue queue;
  private final Map<Digest, Peaks> known = new LinkedHashMap<>(); // the oldest first

  /**
   * A desk.
   *
   * @param queue where sound is decoded
   */
  public ListeningDesk(Studio studio, WorkQueue queue) {
    this.studio = studio;
    this.queue = queue;
  }

  /** The outline of a recording; flat if its bytes are no sound. */
  public Future<Peaks> outline(RecordingRef recording) {
    Peaks there = known.get(recording.digest());
    if (there != null) {
      return Future.succeededFuture(there);
    }
    return studio
        .piece(recording.digest(), 0, Math.toIntExact(recording.sizeBytes()))
        .compose(bytes -> queue.run(() -> outline(bytes)))
        .onSuccess(peaks -> remember(recording.digest(), peaks));
  }

  /** What is said when in a notice's recording; nothing if it is not known. */
  public static SpokenTimes times(NoticeCard card) {
    return card.production().map(ProductionText::times).orElse(SpokenTimes.UNKNOWN);
  }

  /** The sentences a notice's recording says, without the station's own; empty without one. */
  public static List<String> said(NoticeCard card) {
    return card.production().map(ProductionText::said).orElse(List.of());
  }

  private void remember(Digest digest, Peaks peaks) {
    if (known.size() >= REMEMBERED) {
      known.remove(known.keySet().iterator().next());
    }
    known.put(digest, peaks);
  }

  private static Peaks outline(byte[] oggOpus) {
    try {
      return Peaks.of(OggOpusSound.read(oggOpus, LONGEST), STRETCHES);
    } catch (IOException noSound) {
      return new Peaks(List.of()); // one can still try to listen
    }
  }
}
