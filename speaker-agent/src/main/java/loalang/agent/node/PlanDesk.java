// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.agent.clock.NodeClock;
import loalang.agent.journal.Bytes;
import loalang.agent.journal.Fact;
import loalang.agent.plans.HeldPlan;
import loalang.agent.plans.PlanBook;
import loalang.agent.plans.Readiness;
import loalang.agent.playout.Item;
import loalang.agent.playout.Playout;
import loalang.agent.shelf.PlanShelf;
import loalang.agent.trust.PlanGate;
import loalang.agent.trust.Station;
import loalang.protocol.Digest;
import loalang.protocol.ProblemException;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the plans and hands their airings to the playout when they come near. Not thread-safe: the
 * agent thread only.
 */
final class PlanDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PlanDesk.class);

  /** How long before its start an airing is handed over: time to read its recording once. */
  private static final Duration HORIZON = Duration.ofHours(1);

  private static final int MOST_REFUSALS = 64;
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final Station station;
  private final NodeClock clock;
  private final PlanShelf shelf;
  private final Trust trust;
  private final Books books;
  private final Health health;
  private final ReleaseWatch releases;
  private final Map<LocalDate, Integer> handedOver = new HashMap<>();
  private final Map<LocalDate, Readiness> told = new HashMap<>();
  private final Map<LocalDate, Unwritten> unwritten = new LinkedHashMap<>();
  private final Set<String> refused = new HashSet<>();
  private Instant retryAt = Instant.MIN;
  private PlanBook book = PlanBook.EMPTY;

  /** A plan the disk had no room for. An older edition may still come after a newer one. */
  private record Unwritten(long edition, Bytes envelope) {
    Unwritten later(Unwritten other) {
      return other.edition >= edition ? other : this;
    }
  }

  PlanDesk(NodeParts parts, Trust trust, Books books, Health health) {
    this.station = parts.identity().station();
    this.clock = parts.clock();
    this.shelf = parts.plans();
    this.trust = trust;
    this.books = books;
    this.health = health;
    this.releases = new ReleaseWatch(parts, books);
  }

  PlanBook book() {
    return book;
  }

  /** First event: what lies on the shelf is verified again. */
  void begin() {
    readShelf();
    for (PlanShelf.Stored draft : shelf.drafts()) {
      shelf.dropDraft(draft.date());
      if (trusted(draft).isPresent()) {
        arrived(draft.envelope().toArray());
      }
    }
  }

  private void readShelf() {
    book = PlanBook.EMPTY;
    handedOver.clear();
    for (PlanShelf.Stored stored : shelf.standing()) {
      Optional<HeldPlan> plan = trusted(stored);
      if (plan.isPresent()
          && book.take(allowed(plan.get()), 0) instanceof PlanBook.Taking.Taken taken) {
        book = taken.next();
      } else {
        LOG.warn("speaker={} PLAN_VOID {} is thrown away", station.speaker(), stored.date());
        shelf.remove(stored.date());
      }
    }
  }

  private Optional<HeldPlan> trusted(PlanShelf.Stored stored) {
    return trust.plans().judge(stored.envelope().toArray()) instanceof PlanGate.Judged.Trusted one
            && one.issued().plan().date().equals(stored.date())
        ? Optional.of(
            HeldPlan.of(one.signer(), one.issued(), trust.station().zonesOf(one.signer())))
        : Optional.empty();
  }

  /** Judges a plan; it is kept, thrown away, or waits for the disk when this returns. */
  void arrived(byte[] envelope) {
    PlanGate.Judged judged = trust.plans().judge(envelope);
    if (judged instanceof PlanGate.Judged.Unverified unverified) {
      LOG.warn("speaker={} {} a plan was thrown away", station.speaker(), unverified.code());
      health.unverified(unverified.code());
    } else if (judged instanceof PlanGate.Judged.Refused no) {
      refuse(no.issued(), no.reason());
    } else if (judged instanceof PlanGate.Judged.Trusted one) {
      take(one, envelope);
    }
  }

  private void take(PlanGate.Judged.Trusted one, byte[] envelope) {
    HeldPlan whole = HeldPlan.of(one.signer(), one.issued(), trust.station().zonesOf(one.signer()));
    whole.items().forEach(item -> releases.seen(item.play()));
    HeldPlan plan = whole.without(forbidden(whole.items()));
    long floor = books.memory().standing().edition(plan.date(), plan.by());
    PlanBook.Taking taking = book.take(plan, floor);
    if (taking instanceof PlanBook.Taking.TooManyDays) {
      refuse(one.issued(), RefusalReason.TOO_MANY_WAITING);
    } else if (taking instanceof PlanBook.Taking.Taken taken) {
      Optional<RefusalReason> objection =
          clock.isKnown() ? PlanGate.objection(plan.warrant(), clock.instant()) : Optional.empty();
      if (objection.isPresent()) {
        refuse(one.issued(), objection.get());
      } else if (adopt(plan, taken, envelope)) {
        forbidden(whole.items()).forEach(this::refuse);
      } else {
        Unwritten waits = new Unwritten(plan.edition(), new Bytes(envelope));
        unwritten.merge(plan.date(), waits, Unwritten::later);
        retryAt = clock.instant().plus(RETRY);
      }
    }
  }

  /** Those that may not be; the others of their plan are none the worse for it. */
  private List<Item> forbidden(List<Item> items) {
    return items.stream().filter(item -> objection(item).isPresent()).toList();
  }

  private Optional<RefusalReason> objection(Item item) {
    return trust.objection(item, books.playout().rules());
  }

  private HeldPlan allowed(HeldPlan plan) {
    List<Item> forbidden = forbidden(plan.items());
    forbidden.forEach(this::refuse);
    return plan.without(forbidden);
  }

  /** Draft, journal, place: in this order, so that a power cut leaves something to go on with. */
  private boolean adopt(HeldPlan plan, PlanBook.Taking.Taken taken, byte[] envelope) {
    try {
      shelf.draft(plan.date(), envelope);
    } catch (ProblemException e) {
      LOG.error("speaker={} {}", station.speaker(), e.problem());
      return false;
    }
    if (!books.attempt((playout, at) -> taken(plan, taken, playout, at), clock.instant())) {
      shelf.dropDraft(plan.date());
      return false;
    }
    try {
      shelf.adopt(plan.date());
    } catch (ProblemException e) {
      LOG.error("speaker={} {}", station.speaker(), e.problem());
    }
    book = taken.next();
    handedOver.remove(plan.date());
    told.remove(plan.date()); // the first word about it comes with its demands
    unwritten.remove(plan.date());
    return true;
  }

  private static Change taken(
      HeldPlan plan, PlanBook.Taking.Taken taken, Playout playout, Instant now) {
    Fact fact = new Fact.PlanTaken(plan.date(), plan.by(), plan.edition());
    return new Change(List.of(fact), playout.withdrawn(taken.withdrawn(), now));
  }

  private void refuse(IssuedPlan issued, RefusalReason reason) {
    refuse(new Report.PlanRefused(issued.plan().date(), issued.plan().edition(), reason));
  }

  private void refuse(Item item) {
    long sequence = item.warrant().sequence();
    objection(item).ifPresent(why -> refuse(new Report.Refused(item.airing(), sequence, why)));
  }

  private void refuse(Report report) {
    if (refused.size() < MOST_REFUSALS && refused.add(report.toString())) {
      books.said(report, clock.instant());
    }
  }

  /** Other keys are obeyed: what nobody trusted signed any more is void, here and on the disk. */
  void keysChanged() {
    PlanBook kept = book.trusting(trust.station().signers());
    for (HeldPlan plan : book.plans()) {
      if (kept.day(plan.date()).isEmpty()) {
        LOG.warn("speaker={} PLAN_VOID {} its key was revoked", station.speaker(), plan.date());
        forget(plan.date());
      }
    }
    readShelf(); // a key that stays may reach less far, or farther
  }

  private void forget(LocalDate date) {
    shelf.remove(date);
    book = book.without(date);
    handedOver.remove(date);
    told.remove(date);
  }

  /** Hands over what comes near, forgets what is over for good; true if anything changed. */
  boolean timePassed() {
    Instant now = clock.instant();
    if (!unwritten.isEmpty() && !now.isBefore(retryAt)) {
      List<Unwritten> again = List.copyOf(unwritten.values());
      unwritten.clear(); // what nobody trusted signs any more does not come back
      again.forEach(one -> arrived(one.envelope().toArray()));
    }
    if (!clock.isKnown()) {
      return false;
    }
    List<Item> near = new ArrayList<>();
    for (HeldPlan plan : book.plans()) {
      near.addAll(handOver(plan, now.plus(HORIZON)));
    }
    if (!near.isEmpty()) {
      books.happened((playout, at) -> Change.of(playout.planned(near, at)), now);
    }
    List<LocalDate> over = book.over(now);
    over.forEach(this::forget);
    return !near.isEmpty() || !over.isEmpty();
  }

  private List<Item> handOver(HeldPlan plan, Instant horizon) {
    int from = handedOver.getOrDefault(plan.date(), 0);
    int until = from;
    while (until < plan.items().size()
        && !plan.items().get(until).play().startAt().isAfter(horizon)) {
      until++;
    }
    handedOver.put(plan.date(), until);
    List<Item> near = new ArrayList<>(plan.items().subList(from, until));
    List<Item> forbidden = forbidden(near); // releases may be asked for only since it was taken
    forbidden.forEach(this::refuse);
    near.removeAll(forbidden);
    return near;
  }

  /** What of the recordings is here, as the desk asks it. */
  interface Stock {
    boolean isWhole(Digest recording);

    boolean isChecking(Digest recording);
  }

  /** Tells the office what is ready, when that is news. */
  void tellReadiness(Stock stock) {
    Instant now = clock.instant();
    for (HeldPlan plan : book.plans()) {
      Readiness known = told.get(plan.date());
      if (known == null && isBeingChecked(plan, stock)) {
        continue;
      }
      Optional<Readiness.Word> word =
          known == null
              ? Optional.of(Readiness.first(plan, stock::isWhole, now))
              : known.wordAt(plan, stock::isWhole, now);
      word.ifPresent(
          one -> {
            told.put(plan.date(), one.next());
            books.said(one.report(), now);
          });
    }
  }

  private static boolean isBeingChecked(HeldPlan plan, Stock stock) {
    return plan.items().stream()
        .anyMatch(item -> stock.isChecking(item.play().recording().digest()));
  }
}
