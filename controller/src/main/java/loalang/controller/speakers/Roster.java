// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import loalang.controller.broker.Incoming;
import loalang.controller.broker.NodeLogin;
import loalang.controller.broker.OfficeGate;
import loalang.controller.live.Change;
import loalang.controller.live.LiveFeed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which speakers there are and which of them the office hears now. On one event loop. */
public final class Roster {
  private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

  private final StorageDesk storage;
  private final Topics topics;
  private final LiveFeed feed;
  private final InstantSource now;
  private final KeptStates keptStates;
  private final SpeakerBook book;
  private final SortedMap<String, Speaker> speakers = new TreeMap<>();
  private final Set<String> gone = new HashSet<>(); // as the embedded broker sees it
  private Consumer<Speaker> onOnline = speaker -> {};

  /** What a state is worth that the broker had kept. */
  public enum KeptStates {
    /** The broker outlived the office and has published every will since. */
    BELIEVED,
    /** The broker was away as long as the office: a living node says anew that it is there. */
    OLD_NEWS
  }

  /** A roster that is empty until it is loaded. */
  public Roster(
      StorageDesk storage, Topics topics, LiveFeed feed, InstantSource now, KeptStates keptStates) {
    this.storage = storage;
    this.topics = topics;
    this.feed = feed;
    this.now = now;
    this.keptStates = keptStates;
    this.book = new SpeakerBook(storage, now);
  }

  /** Told whenever a speaker can be reached again. */
  public void onOnline(Consumer<Speaker> listener) {
    onOnline = listener;
  }

  /** Loads the speakers and lets them in at the gate. */
  public Future<Void> load(OfficeGate gate) {
    return storage
        .read(SpeakerStore::all)
        .onSuccess(rows -> rows.forEach(row -> add(gate, row)))
        .compose(rows -> book.hearNobody(rows.stream().map(row -> row.speaker().id()).toList()));
  }

  /** What is written down about the speakers. */
  public SpeakerBook book() {
    return book;
  }

  /** All speakers, by name. */
  public List<Speaker> all() {
    return List.copyOf(speakers.values());
  }

  /** The speaker with this name. */
  public Optional<Speaker> find(SpeakerId id) {
    return Optional.ofNullable(speakers.get(id.value()));
  }

  /** Those of these zones that no speaker is in. */
  public Set<PagingZone> empty(Collection<PagingZone> zones) {
    Set<PagingZone> empty = new HashSet<>(zones);
    empty.removeIf(zone -> speakers.values().stream().anyMatch(speaker -> speaker.isIn(zone)));
    return empty;
  }

  /** Every zone some speaker is in. */
  public Set<PagingZone> zones() {
    Set<PagingZone> zones = new HashSet<>();
    speakers.values().forEach(speaker -> zones.addAll(speaker.zones()));
    return zones;
  }

  /** Takes in a state message. */
  public void onState(Incoming message) {
    if (Wire.STATE.decode(message.payload().getBytes())
            instanceof Decoded.Understood<SpeakerState> understood
        && topics.speakerOf(message.topic()).equals(Optional.of(understood.value().speaker()))) {
      find(understood.value().speaker())
          .ifPresent(speaker -> tells(speaker, understood.value(), message.kept()));
    } else {
      LOG.warn("topic={} STATE_MALFORMED", message.topic());
    }
  }

  /** Takes in what the embedded broker sees of a connection. */
  public void onPresence(String clientId, boolean connected) {
    if (connected) {
      gone.remove(clientId);
      return;
    }
    Speaker speaker = speakers.get(clientId);
    if (speaker != null) {
      gone.add(clientId); // what it said just before may come later by another way
    }
    if (speaker != null && speaker.isOnline()) {
      update(speaker.heard(false, now.instant()));
      book.heard(speaker.id(), false);
    }
  }

  void add(OfficeGate gate, SpeakerStore.Row row) {
    Speaker speaker = row.speaker();
    gate.grant(speaker.id(), new NodeLogin(row.passwordHash(), speaker.zones()));
    update(speaker);
  }

  void remove(SpeakerId speaker) {
    if (speakers.remove(speaker.value()) != null) {
      feed.tell(new Change.OfSpeaker(speaker));
    }
  }

  private void tells(Speaker speaker, SpeakerState state, boolean kept) {
    boolean online = state.link() == Link.ONLINE && !gone.contains(speaker.id().value());
    Instant instant = now.instant();
    if (state.trouble() != null) {
      LOG.warn("speaker={} says {}", speaker.id(), state.trouble());
    }
    boolean isOldNews = kept && keptStates == KeptStates.OLD_NEWS;
    boolean heard = isOldNews ? speaker.isOnline() : online;
    Speaker changed = speaker.heard(heard, instant).telling(state);
    update(changed);
    if (heard != speaker.isOnline()) {
      book.heard(speaker.id(), heard);
    }
    storage
        .write(handle -> SpeakerStore.saw(handle, state, instant))
        .onFailure(e -> LOG.warn("speaker={} state not stored: {}", speaker.id(), e.getMessage()));
    if (heard) {
      onOnline.accept(changed);
    }
  }

  private void update(Speaker speaker) {
    speakers.put(speaker.id().value(), speaker);
    feed.tell(new Change.OfSpeaker(speaker.id()));
  }
}
