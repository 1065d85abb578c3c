// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.station;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import loalang.announcements.voice.Voices;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/**
 * The door: the station's settings. A change is in force for the next rendering as soon as it is on
 * the disk. On one event loop; {@link #current} on any thread.
 */
public final class StationDesk {
  private final StorageDesk storage;
  private final Voices voices;
  private final InstantSource now;
  private volatile KeptSettings current = KeptSettings.NONE; // written on the event loop alone

  /** A desk with the usual settings; {@link #load} takes in what is stored. */
  public StationDesk(StorageDesk storage, Voices voices, InstantSource now) {
    this.storage = storage;
    this.voices = voices;
    this.now = now;
  }

  /** Takes in what is stored. */
  public Future<KeptSettings> load() {
    return storage.read(StationStore::newest).onSuccess(kept -> current = kept);
  }

  /** What is in force for a rendering that begins now. */
  public KeptSettings current() {
    return current;
  }

  /** Whether the station names itself before every notice, so that none need. */
  public boolean speaks() {
    return current.settings().lines().nameTheStation();
  }

  /** Who could speak. */
  public Voices voices() {
    return voices;
  }

  /** Every change there ever was, the newest first, at most so many. */
  public Future<List<KeptSettings>> history(int limit) {
    return storage.read(handle -> StationStore.history(handle, limit));
  }

  /**
   * Sets all of them; the same settings again change nothing.
   *
   * @param seen the version that the writer saw; empty if he does not mind
   * @param by who writes
   * @return fails with STATION_CHANGED, or with a VOICE code if the voice cannot speak
   */
  public Future<KeptSettings> put(StationSettings settings, OptionalLong seen, Author by) {
    return storage
        .write(handle -> put(handle, settings, seen, by))
        .onSuccess(
            kept -> {
              if (kept.version() > current.version()) {
                current = kept;
              }
            });
  }

  private KeptSettings put(Handle handle, StationSettings settings, OptionalLong seen, Author by) {
    settings.voice().ifPresent(voices::named);
    KeptSettings there = StationStore.newest(handle);
    if (seen.isPresent() && seen.getAsLong() != there.version()) {
      throw changed(seen.getAsLong(), there);
    }
    if (there.settings().equals(settings)) {
      return there;
    }
    KeptSettings kept = new KeptSettings(there.version() + 1, settings, by.who(), now.instant());
    AuditStore.add(handle, by.did(Deed.STATION_CHANGED, kept.version()), now.instant());
    StationStore.add(handle, kept);
    return kept;
  }

  private static ProblemException changed(long seen, KeptSettings there) {
    return new ProblemException(
        new Problem(
            "STATION_CHANGED",
            "The settings were changed by %s: version %d was seen, %d is in force."
                .formatted(there.by(), seen, there.version()),
            "Look at them again: GET /api/v1/station."));
  }
}
