// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.SpeakerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is written down about speakers: where each hangs, when it went and came. */
public final class SpeakerBook {
  private static final Logger LOG = LoggerFactory.getLogger(SpeakerBook.class);

  private final StorageDesk storage;
  private final InstantSource now;

  SpeakerBook(StorageDesk storage, InstantSource now) {
    this.storage = storage;
    this.now = now;
  }

  /** Where each speaker hangs of which somebody said it. */
  public Future<Map<SpeakerId, Site>> sites() {
    return storage.read(SiteStore::all);
  }

  /** Writes down where a speaker hangs. */
  public Future<Void> place(SpeakerId speaker, Site site, Author by) {
    SiteStore.Written written = new SiteStore.Written(by.who(), now.instant());
    return storage.write(
        handle -> {
          AuditStore.add(
              handle,
              by.did(Deed.SPEAKER_PLACED, speaker).to(site.toString()).saying(site.place()),
              written.at());
          SiteStore.put(handle, speaker, site, written);
          return null;
        });
  }

  /** When a speaker went and came, the newest first. */
  public Future<List<Presence>> history(SpeakerId speaker, int limit) {
    return storage.read(handle -> SiteStore.history(handle, speaker, limit));
  }

  /** Who was not heard at an instant, and since when. */
  public Future<Map<SpeakerId, Instant>> lost(Instant at) {
    return storage.read(handle -> SiteStore.lost(handle, at));
  }

  /** The office begins or ceases to hear a speaker. */
  void heard(SpeakerId speaker, boolean online) {
    storage
        .write(
            handle -> {
              SiteStore.heard(handle, speaker, online, now.instant());
              return speaker;
            })
        .onFailure(e -> LOG.warn("speaker={} presence not stored: {}", speaker, e.getMessage()));
  }

  /** At the start the office hears nobody. */
  Future<Void> hearNobody(List<SpeakerId> speakers) {
    return storage.write(
        handle -> {
          speakers.forEach(speaker -> SiteStore.heard(handle, speaker, false, now.instant()));
          return null;
        });
  }
}
