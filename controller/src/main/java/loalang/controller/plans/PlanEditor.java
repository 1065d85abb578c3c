// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import loalang.controller.approval.Clearance;
import loalang.controller.dispatch.CommandOutbox;
import loalang.controller.dispatch.Releases;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.plans.PlanStore.KeptPlan;
import loalang.controller.speakers.Speaker;
import loalang.controller.studio.NoticeStore;
import loalang.controller.versions.VersionStore;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.wire.Wire;
import loalang.schedules.Cue;
import org.jdbi.v3.core.Handle;

/** Writes new editions where something changed. Blocking, inside the caller's transaction. */
final class PlanEditor {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
  private static final Duration LOOKS_BACK = Duration.ofDays(2);

  private final Masthead masthead;
  private final Releases releases;

  /**
   * In whose name plans appear.
   *
   * @param commune whose loudspeakers
   * @param zone of the commune's calendar
   * @param signer with the office's key of now
   * @param patience after the last possible end, before a silent speaker counts as missing
   */
  record Masthead(
      CommuneId commune, ZoneId zone, Supplier<EnvelopeSigner> signer, Duration patience) {}

  PlanEditor(Masthead masthead, Releases releases) {
    this.masthead = masthead;
    this.releases = releases;
  }

  /**
   * What is known outside the database.
   *
   * @param rundown of the coming days, earliest first
   * @param speakers that there are
   * @param now the present instant
   */
  record Outside(List<Cue> rundown, Collection<Speaker> speakers, Instant now) {}

  /**
   * What was written and is now to be done.
   *
   * @param plans every plan that holds, new or not
   * @param deadlines of withdrawn airings about which somebody will tell
   * @param recalled withdrawn airings that some were ordered to play
   * @param unrendered announcements without a sound, the earliest first
   * @param problems what did not find room
   */
  record Edited(
      List<KeptPlan> plans,
      Map<AiringId, Instant> deadlines,
      List<AiringId> recalled,
      Set<AnnouncementId> unrendered,
      List<Problem> problems) {}

  Edited edit(Handle handle, Outside outside) {
    Instant now = outside.now();
    LocalDate today = LocalDate.ofInstant(now, masthead.zone());
    SortedMap<LocalDate, KeptPlan> plans = PlanStore.plans(handle, today.minusDays(1));
    List<Entry> entries = PlanStore.entries(handle, plans);
    PlanMaker.Made made = made(handle, entries, outside);
    Fitting fitting = Fitting.of(made.entries());
    Map<AiringId, Entry> known = new HashMap<>();
    entries.forEach(entry -> known.put(entry.airing(), entry));
    TreeSet<LocalDate> days = new TreeSet<>(fitting.days().keySet());
    plans.keySet().stream().filter(day -> !day.isBefore(today)).forEach(days::add);
    for (LocalDate day : days) {
      List<Entry> own = fitting.days().getOrDefault(day, List.of());
      edition(handle, Optional.ofNullable(plans.get(day)), new Page(day, own, known), outside)
          .ifPresent(plan -> plans.put(day, plan));
    }
    List<Entry> gone = new ArrayList<>(made.withdrawn());
    fitting.leftOut().stream().filter(e -> known.containsKey(e.airing())).forEach(gone::add);
    return new Edited(
        List.copyOf(plans.values()),
        withdraw(handle, gone, outside),
        ordered(handle, gone),
        made.unrendered(),
        fitting.problems());
  }

  private PlanMaker.Made made(Handle handle, List<Entry> entries, Outside outside) {
    Instant back = outside.now().minus(LOOKS_BACK);
    PlanMaker.Before before =
        new PlanMaker.Before(
            entries, PlanStore.stopped(handle, back), PlanStore.withdrawnNames(handle, back));
    return new PlanMaker(
            masthead.zone(),
            outside.speakers(),
            notice -> NoticeStore.find(handle, notice),
            leave(handle, List.copyOf(outside.speakers())))
        .make(outside.rundown(), before, outside.now());
  }

  private PlanMaker.Leave leave(Handle handle, List<Speaker> speakers) {
    return new PlanMaker.Leave(
        cue -> releases.of(handle, cue),
        card ->
            VersionStore.whole(handle, card)
                .flatMap(whole -> Clearance.refusal(handle, whole))
                .isEmpty(),
        (cue, card) ->
            VersionStore.heard(handle, card.id())
                .heardBy(card.recording().orElseThrow(), speakers, cue.terms()));
  }

  private Map<AiringId, Instant> withdraw(Handle handle, List<Entry> gone, Outside outside) {
    Map<AiringId, Instant> deadlines = new LinkedHashMap<>();
    gone.forEach(entry -> withdraw(handle, entry, outside, deadlines));
    return deadlines;
  }

  private static List<AiringId> ordered(Handle handle, List<Entry> gone) {
    return gone.stream()
        .map(Entry::airing)
        .filter(
            airing -> AsRunStore.find(handle, airing).flatMap(AiringRecord::ordered).isPresent())
        .toList();
  }

  /**
   * A day as it shall be.
   *
   * @param date which
   * @param entries what stands in it
   * @param known what stood in any plan before
   */
  private record Page(LocalDate date, List<Entry> entries, Map<AiringId, Entry> known) {
    List<PlannedPlay> plays() {
      return entries.stream()
          .flatMap(entry -> entry.plays().stream())
          .sorted(Comparator.comparing(play -> play.play().startAt()))
          .toList();
    }

    boolean isNews(Entry entry) {
      Entry before = known.get(entry.airing());
      return before == null || !before.plays().equals(entry.plays());
    }
  }

  private Optional<KeptPlan> edition(
      Handle handle, Optional<KeptPlan> standing, Page page, Outside outside) {
    List<PlannedPlay> plays = page.plays();
    if (standing.isEmpty() && plays.isEmpty()) {
      return Optional.empty();
    }
    EnvelopeSigner signer = masthead.signer().get();
    String key = signer.key().verifyKey().id().thumbprint();
    long stands = standing.map(KeptPlan::edition).orElse(0L);
    long heard = HeldStore.newestEdition(handle, page.date());
    boolean holds =
        standing
            .filter(plan -> plan.issued().plan().plays().equals(plays))
            .filter(plan -> plan.signer().equals(key))
            .isPresent();
    if (holds && heard <= stands) {
      return Optional.empty();
    }
    long edition = Math.max(stands, heard) + 1; // a database that was restored is behind the poles
    Set<PagingZone> before = standing.map(plan -> plan.issued().warrant().zones()).orElse(Set.of());
    IssuedPlan issued =
        new IssuedPlan(
            warrant(handle, page, before, outside), new DayPlan(page.date(), edition, plays));
    byte[] envelope = signer.seal(MessageType.PLAN, Wire.PLAN.encode(issued));
    KeptPlan plan = new KeptPlan(issued, envelope, key);
    PlanStore.put(handle, plan, outside.now());
    for (Entry entry : page.entries()) {
      if (page.isNews(entry) || heard > stands) {
        PlanStore.put(handle, entry, edition, outside.now());
      }
    }
    return Optional.of(plan);
  }

  private Warrant warrant(Handle handle, Page page, Set<PagingZone> before, Outside outside) {
    List<PlannedPlay> plays = page.plays();
    Set<PagingZone> zones = new HashSet<>();
    plays.forEach(play -> zones.addAll(play.zones()));
    if (zones.isEmpty()) { // an empty day is for everybody
      outside.speakers().forEach(speaker -> zones.add(PagingZone.only(speaker.id())));
      zones.addAll(before); // nobody is left: what stood is taken from whoever held it
    }
    Instant end = page.date().plusDays(1).atStartOfDay(masthead.zone()).toInstant();
    for (PlannedPlay play : plays) {
      end = play.play().latestStart().isAfter(end) ? play.play().latestStart() : end;
    }
    return new Warrant(
        CommandOutbox.nextSequence(handle),
        Issuer.COMMUNE,
        masthead.commune(),
        zones,
        outside.now().minus(CLOCK_TOLERANCE),
        end.plus(CLOCK_TOLERANCE));
  }

  private void withdraw(
      Handle handle, Entry entry, Outside outside, Map<AiringId, Instant> deadlines) {
    Set<SpeakerId> held = HeldStore.held(handle, entry.date()).keySet();
    PlanStore.withdraw(handle, entry.airing(), outside.now());
    Map<SpeakerId, Long> expected = new TreeMap<>(Comparator.comparing(SpeakerId::value));
    outside.speakers().stream()
        .filter(speaker -> held.contains(speaker.id()))
        .filter(speaker -> entry.plays().stream().anyMatch(play -> isFor(speaker, play)))
        .forEach(speaker -> expected.put(speaker.id(), 0L));
    if (!expected.isEmpty()) {
      Instant deadline =
          entry
              .latestStart()
              .plus(entry.plays().get(0).play().recording().duration())
              .plus(masthead.patience());
      AsRunStore.plan(handle, entry.what(), outside.now());
      AsRunStore.withdraw(
          handle,
          entry.airing(),
          withdrawn(entry.airing()),
          new AsRunStore.Ordered(outside.now(), deadline, expected));
      deadlines.put(entry.airing(), deadline);
    }
  }

  private static boolean isFor(Speaker speaker, PlannedPlay play) {
    return play.zones().stream().anyMatch(speaker::isIn);
  }

  private static Problem withdrawn(AiringId airing) {
    return new Problem(
        "AIRING_WITHDRAWN",
        "Airing %s was taken out of its plan before it began.".formatted(airing),
        "Nothing needs to be done; plan it again if it was taken out by mistake.");
  }
}
