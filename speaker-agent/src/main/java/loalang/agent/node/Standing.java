// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loalang.agent.journal.Fact;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of which the newest of a kind counts: silence, editions, releases, data. Not thread-safe:
 * the agent thread only.
 */
final class Standing {
  /** A week of plans, what came before, and room for a wrong date. */
  private static final int MOST_DAYS = 32;

  private final TreeMap<LocalDate, Map<KeyId, Fact.PlanTaken>> plans = new TreeMap<>();
  private final Map<Issuer, Fact.KeysReported> keys = new EnumMap<>(Issuer.class);
  private Fact.@Nullable SilenceKept silence;
  private Fact.@Nullable ReleaseSeen release;
  private Fact.@Nullable DataSpent spent;

  void silence(Fact.SilenceKept fact) {
    Fact.SilenceKept before = silence;
    boolean older =
        before != null
            && before.signer().equals(fact.signer())
            && before.sequence() > fact.sequence();
    silence = older ? before : fact;
  }

  void plan(Fact.PlanTaken fact) {
    plans.computeIfAbsent(fact.date(), day -> new HashMap<>()).put(fact.signer(), fact);
    while (plans.size() > MOST_DAYS) {
      plans.pollFirstEntry();
    }
  }

  void keys(Fact.KeysReported fact) {
    keys.put(fact.level(), fact);
  }

  void release(Fact.ReleaseSeen fact) {
    release = fact;
  }

  void spent(Fact.DataSpent fact) {
    spent = fact;
  }

  Optional<Fact.SilenceKept> silence() {
    return Optional.ofNullable(silence);
  }

  /** The highest edition of that day this key had taken; 0 if none. */
  long edition(LocalDate date, KeyId signer) {
    Fact.PlanTaken taken = plans.getOrDefault(date, Map.of()).get(signer);
    return taken == null ? 0 : taken.edition();
  }

  /** The edition of that level the office was told about; 0 if none. */
  long keysReported(Issuer level) {
    Fact.KeysReported reported = keys.get(level);
    return reported == null ? 0 : reported.edition();
  }

  boolean releaseSeen() {
    return release != null;
  }

  /** Bytes of recordings on the newest day. */
  Optional<Fact.DataSpent> spent() {
    return Optional.ofNullable(spent);
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    silence().ifPresent(facts::add);
    plans.values().forEach(day -> facts.addAll(day.values()));
    facts.addAll(keys.values());
    Optional.<Fact>ofNullable(release).ifPresent(facts::add);
    Optional.<Fact>ofNullable(spent).ifPresent(facts::add);
    return facts;
  }
}
