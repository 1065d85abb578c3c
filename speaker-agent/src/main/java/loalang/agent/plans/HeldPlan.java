// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.plans;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.agent.playout.Item;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.IssuedPlan;

/**
 * One day's plan as far as it is about this pole.
 *
 * @param by whose signature
 * @param warrant of the plan
 * @param date the day
 * @param edition the higher stands
 * @param items this pole's airings in the order of their starts
 */
public record HeldPlan(KeyId by, Warrant warrant, LocalDate date, long edition, List<Item> items) {
  public HeldPlan {
    items = List.copyOf(items);
  }

  /** What of a plan is for a pole of these zones: those the airing and the warrant both name. */
  public static HeldPlan of(KeyId by, IssuedPlan issued, Set<PagingZone> zones) {
    Set<PagingZone> granted = new HashSet<>(zones);
    granted.retainAll(issued.warrant().zones());
    List<Item> mine =
        issued.plan().plays().stream()
            .filter(one -> !Collections.disjoint(one.zones(), granted))
            .map(one -> new Item(one.play(), issued.warrant(), by, Item.Origin.PLANNED))
            .toList();
    return new HeldPlan(by, issued.warrant(), issued.plan().date(), issued.plan().edition(), mine);
  }

  /** The same plan without some of its airings. */
  public HeldPlan without(Collection<Item> refused) {
    List<Item> kept = items.stream().filter(item -> !refused.contains(item)).toList();
    return new HeldPlan(by, warrant, date, edition, kept);
  }

  /** Airings of this plan that the other one does not have any more. */
  List<AiringId> missingIn(HeldPlan other) {
    Set<AiringId> kept = new HashSet<>();
    other.items().forEach(item -> kept.add(item.airing()));
    return items.stream().map(Item::airing).filter(airing -> !kept.contains(airing)).toList();
  }
}
