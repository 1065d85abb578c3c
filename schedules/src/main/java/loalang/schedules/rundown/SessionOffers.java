// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import loalang.protocol.AnnouncementId;
import loalang.schedules.CueId;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.RelayItem;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotEntry;
import loalang.schedules.programme.SlotItem;
import loalang.schedules.release.Hold;

/** One session of one day, item after item on one timeline. */
final class SessionOffers {
  private final Offers.Ground ground;
  private final Refusals refusals;
  private final Programme programme;
  private final Slot slot;
  private final Instant start;
  private final Offer.Place place;
  private final String name;
  private final List<Offer> offers = new ArrayList<>();
  private Instant next;
  private int hearings;

  SessionOffers(
      Offers.Ground ground, Refusals refusals, Programme programme, Slot slot, Instant start) {
    this.ground = ground;
    this.refusals = refusals;
    this.programme = programme;
    this.slot = slot;
    this.start = start;
    this.next = start;
    this.place =
        new Offer.Place(programme.audience(), ground.atoms().part(programme.audience().zones()));
    this.name = programme.id() + "/" + slot.id();
  }

  List<Offer> offers() {
    return offers;
  }

  void own(SlotEntry entry) {
    if (entry instanceof SlotItem item) {
      Offer.Content content = Offer.Content.of(item.announcement());
      for (int hearing = 0; hearing < item.times(); hearing++) {
        add(own(nextName(), content, ground.length(item)));
      }
    } else if (entry instanceof RelayItem relay) {
      relay(relay);
    }
  }

  private void relay(RelayItem relay) {
    CueId id = nextName();
    List<Offer.Fallback> lines = new ArrayList<>();
    List<AnnouncementId> cut = new ArrayList<>();
    Duration after = Duration.ZERO;
    for (AnnouncementId line : relay.fallback()) {
      CueId lineId = nextName();
      Duration end = after.plus(ground.rules().lengths().of(line));
      if (end.compareTo(relay.lasts()) <= 0) {
        lines.add(new Offer.Fallback(lineId, line, after));
        after = end;
      } else {
        cut.add(line);
      }
    }
    AnnouncementId named = new AnnouncementId(relay.source().value());
    Offer offer = own(id, new Offer.Content(named, relay.source(), lines), relay.lasts());
    if (!cut.isEmpty()) {
      refusals.fallbackTooLong(offer, cut);
    }
    add(offer);
  }

  private Offer own(CueId id, Offer.Content content, Duration length) {
    return new Offer(
        id,
        programme.title(),
        content,
        place,
        next,
        length,
        slot.late(),
        name,
        ground.consent(id, content.announcement(), programme.audience(), start));
  }

  private CueId nextName() {
    CueId id = CueId.of(programme.id().value(), Offers.ordinal(slot.id().value(), hearings), start);
    hearings++;
    return id;
  }

  /** What a campaign's first hearing in this session is called. */
  CueId nameOf(Campaign campaign) {
    return nameOf(campaign, 0);
  }

  private CueId nameOf(Campaign campaign, int hearing) {
    // A campaign may join two sessions that start at one instant; the session is in the name.
    String session = "s" + Integer.toHexString(name.hashCode());
    return CueId.of(campaign.id().value(), Offers.ordinal(session, hearing), start);
  }

  void joined(Campaign campaign, LocalDate date) {
    Placement.InSessions in = (Placement.InSessions) campaign.placement();
    int airing = in.programmes().indexOf(programme.id());
    SlotItem episode =
        campaign.episodes().turn(Offers.daysHeardBefore(campaign, date), airing, in.airingsADay());
    Atoms.Part part = ground.atoms().part(campaign.audience().zones()).and(place.part());
    if (part.isEmpty()) {
      refusals.noCommonZone(nameOf(campaign), campaign.title(), programme.title());
      return;
    }
    Offer.Place heard = new Offer.Place(campaign.audience(), part);
    for (int hearing = 0; hearing < episode.times(); hearing++) {
      CueId id = nameOf(campaign, hearing);
      add(
          new Offer(
              id,
              campaign.title(),
              Offer.Content.of(episode.announcement()),
              heard,
              next,
              ground.length(episode),
              campaign.late(),
              name,
              ground.consent(id, episode.announcement(), campaign.audience(), start)));
    }
  }

  private void add(Offer offer) {
    Duration most = ground.rules().limits().session();
    Duration end = Duration.between(start, next).plus(offer.length());
    if (end.compareTo(most) > 0 && !offer.isFreedFrom(Hold.SESSION_LENGTH)) {
      refusals.sessionTooLong(offer, most);
      return;
    }
    offers.add(offer);
    next = next.plus(offer.length());
  }
}
