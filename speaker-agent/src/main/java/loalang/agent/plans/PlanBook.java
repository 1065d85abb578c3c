// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import loalang.agent.playout.Item;
import loalang.protocol.AiringId;
import loalang.protocol.envelope.KeyId;

/** The days this pole knows the plan of. Immutable. */
public final class PlanBook {
  /** Days that may be held at once: a week ahead, what is just over, and some to spare. */
  public static final int MOST_DAYS = 16;

  /** How long a day is kept after its warrant has ended, so that each airing gets its end. */
  private static final Duration AFTERLIFE = Duration.ofDays(1);

  /** No day is known. */
  public static final PlanBook EMPTY = new PlanBook(new TreeMap<>());

  private final SortedMap<LocalDate, HeldPlan> days;

  private PlanBook(SortedMap<LocalDate, HeldPlan> days) {
    this.days = days;
  }

  /** What came of a plan. */
  public sealed interface Taking {
    /**
     * It stands from now on.
     *
     * @param next the book with it
     * @param withdrawn this pole's airings of the edition before that are not in it
     */
    record Taken(PlanBook next, List<AiringId> withdrawn) implements Taking {}

    /** The same edition or a later one stands already. */
    record Older() implements Taking {}

    /** There are more days than may be held. */
    record TooManyDays() implements Taking {}
  }

  /**
   * Takes a plan.
   *
   * @param floor the highest edition of that day this key ever had taken here; 0 if none. The same
   *     edition is taken again if it does not stand: its file was lost
   */
  public Taking take(HeldPlan plan, long floor) {
    HeldPlan standing = days.get(plan.date());
    if (plan.edition() < floor || (standing != null && plan.edition() <= standing.edition())) {
      return new Taking.Older();
    }
    if (standing == null && days.size() >= MOST_DAYS) {
      return new Taking.TooManyDays();
    }
    SortedMap<LocalDate, HeldPlan> changed = new TreeMap<>(days);
    changed.put(plan.date(), plan);
    List<AiringId> withdrawn = standing == null ? List.of() : standing.missingIn(plan);
    return new Taking.Taken(new PlanBook(changed), withdrawn);
  }

  /** Without the days whose plan nobody we obey has signed. */
  public PlanBook trusting(Set<KeyId> signers) {
    SortedMap<LocalDate, HeldPlan> kept = new TreeMap<>(days);
    kept.values().removeIf(plan -> !signers.contains(plan.by()));
    return new PlanBook(kept);
  }

  /** Without one day. */
  public PlanBook without(LocalDate date) {
    SortedMap<LocalDate, HeldPlan> kept = new TreeMap<>(days);
    kept.remove(date);
    return new PlanBook(kept);
  }

  /** The days that are over for good. */
  public List<LocalDate> over(Instant now) {
    return days.values().stream()
        .filter(plan -> now.isAfter(plan.warrant().expires().plus(AFTERLIFE)))
        .map(HeldPlan::date)
        .toList();
  }

  /** The plan of a day. */
  public Optional<HeldPlan> day(LocalDate date) {
    return Optional.ofNullable(days.get(date));
  }

  /** Every plan, the earliest day first. */
  public Collection<HeldPlan> plans() {
    return List.copyOf(days.values());
  }

  /** Every airing that may still begin, the earliest day first. */
  public List<Item> toCome(Instant now) {
    return days.values().stream()
        .flatMap(plan -> plan.items().stream())
        .filter(item -> !now.isAfter(item.play().latestStart()))
        .toList();
  }

  /** The days, for a log. */
  @Override
  public String toString() {
    Map<LocalDate, Long> editions = new TreeMap<>();
    days.forEach((date, plan) -> editions.put(date, plan.edition()));
    return "PlanBook" + editions;
  }
}
