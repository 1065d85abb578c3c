// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.plans;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import loalang.agent.playout.Item;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.report.Report;

/**
 * What the office was told about one plan, and when it is to be told again: at once when it is
 * taken and when nothing is lacking any more; otherwise not oftener than every five minutes, but a
 * quarter of an hour before an airing that lacks its recording in any case. Immutable.
 */
public final class Readiness {
  static final Duration COALESCED = Duration.ofMinutes(5);
  static final Duration WARNING = Duration.ofMinutes(15);

  private final Set<AiringId> told;
  private final Set<AiringId> warned;
  private final Instant toldAt;

  private Readiness(Set<AiringId> told, Set<AiringId> warned, Instant toldAt) {
    this.told = Set.copyOf(told);
    this.warned = Set.copyOf(warned);
    this.toldAt = toldAt;
  }

  /**
   * What to say now.
   *
   * @param report to the office
   * @param next what it knows then
   */
  public record Word(Report.PlanHeld report, Readiness next) {}

  /** The first word about a plan. */
  public static Word first(HeldPlan plan, Predicate<Digest> whole, Instant now) {
    return word(plan, lacking(plan, whole, now), now);
  }

  /** What to say now, if anything. */
  public Optional<Word> wordAt(HeldPlan plan, Predicate<Digest> whole, Instant now) {
    List<Item> lacking = lacking(plan, whole, now);
    Set<AiringId> names = names(lacking);
    boolean news = !names.equals(told);
    boolean soon = !warned.containsAll(names(near(lacking, now)));
    boolean due = names.isEmpty() || !now.isBefore(toldAt.plus(COALESCED));
    return soon || (news && due) ? Optional.of(word(plan, lacking, now)) : Optional.empty();
  }

  private static Word word(HeldPlan plan, List<Item> lacking, Instant now) {
    List<AiringId> first =
        lacking.stream().map(Item::airing).limit(Report.PlanHeld.MOST_LACKING).toList();
    return new Word(
        new Report.PlanHeld(plan.date(), plan.edition(), plan.items().size(), first),
        new Readiness(names(lacking), names(near(lacking, now)), now));
  }

  private static List<Item> lacking(HeldPlan plan, Predicate<Digest> whole, Instant now) {
    return plan.items().stream()
        .filter(item -> !now.isAfter(item.play().latestStart()))
        .filter(item -> !whole.test(item.play().recording().digest()))
        .toList();
  }

  private static List<Item> near(List<Item> lacking, Instant now) {
    Instant horizon = now.plus(WARNING);
    return lacking.stream().filter(item -> !item.play().startAt().isAfter(horizon)).toList();
  }

  private static Set<AiringId> names(List<Item> items) {
    Set<AiringId> names = new HashSet<>();
    items.forEach(item -> names.add(item.airing()));
    return names;
  }
}
