// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.agent.playout.ReleaseRule;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.KeyId;
import org.jspecify.annotations.Nullable;

/** Hears what really sounds, knows what was really signed, and holds both to the promises. */
final class Witness implements Timeline.Seen {
  /** How wrong a pole's clock may be here: half of the longest way, and a week of drift. */
  static final Duration CLOCKS = Duration.ofSeconds(20);

  private final World world;
  private final Map<AiringId, List<Grant>> grants = new HashMap<>();
  private final Map<String, Long> heardFrames = new HashMap<>();
  private final Map<String, Instant> startedAt = new HashMap<>();
  private final Map<SpeakerId, Now> sounding = new HashMap<>();
  private final Map<SpeakerId, Set<KeyId>> distrusted = new HashMap<>();
  private final Map<Long, Set<KeyId>> revokedBy = new HashMap<>();
  private final Urgent urgent;
  private final Hush hush;
  private @Nullable Broken broken;
  private int sounds;

  Witness(World world) {
    this.world = world;
    this.urgent = new Urgent(world, this);
    this.hush = new Hush(world, this);
  }

  /** What sounds on a pole at this moment. */
  record Now(AiringId airing, Instant since, Priority priority) {}

  Hush hush() {
    return hush;
  }

  void granted(Grant grant) {
    grants.computeIfAbsent(grant.play().airing(), any -> new ArrayList<>()).add(grant);
  }

  /** From this edition on a pole that adopted it may not obey these keys. */
  void revoked(long edition, Set<KeyId> keys) {
    revokedBy.put(edition, keys);
  }

  void broke(Promise promise, String who, String how) {
    if (broken == null && world.workshop().watches(promise)) {
      broken = new Broken(promise, world.timeline().now(), who, how);
      world.say("witness", () -> "%s BROKEN on %s: %s".formatted(promise, who, how));
    }
  }

  Optional<Broken> broken() {
    return Optional.ofNullable(broken);
  }

  @Override
  public boolean isEnough() {
    return broken != null;
  }

  int sounds() {
    return sounds;
  }

  void bug(Pole pole, RuntimeException bug) {
    StackTraceElement[] stack = bug.getStackTrace();
    String where = stack.length == 0 ? "" : " at " + stack[0];
    broke(Promise.BUG, pole.id().value(), bug + where);
  }

  private static String name(SpeakerId speaker, AiringId airing) {
    return speaker + " " + airing;
  }

  void soundStarted(Pole pole, AiringId airing) {
    sounds++;
    Instant now = world.timeline().now();
    String who = pole.id().value();
    world.say(who, () -> "SOUNDS: " + airing);
    if (startedAt.put(name(pole.id(), airing), now) != null) {
      broke(Promise.S2, who, airing + " starts a second time");
      return;
    }
    List<Grant> valid =
        grants.getOrDefault(airing, List.of()).stream()
            .filter(grant -> isSigned(pole, grant, now))
            .toList();
    if (valid.isEmpty()) {
      broke(Promise.S1, who, airing + " sounds without a signature that holds for it here and now");
      return;
    }
    if (valid.stream().noneMatch(grant -> isFresh(grant, now))) {
      broke(Promise.S8, who, airing + " sounds after its latest start");
    }
    Grant grant = valid.get(0);
    if (valid.stream().noneMatch(one -> maySound(pole, one, now))) {
      broke(Promise.S3, who, airing + " begins in quiet hours");
    }
    sounding.put(pole.id(), new Now(airing, now, grant.play().priority()));
    urgent.started(pole, grant.play());
    hush.started(pole, airing);
  }

  private boolean isSigned(Pole pole, Grant grant, Instant now) {
    return !Collections.disjoint(grant.zones(), pole.station().zones())
        && !Collections.disjoint(grant.warrant().zones(), pole.station().zones())
        && !distrusted.getOrDefault(pole.id(), Set.of()).contains(grant.by())
        && !now.isBefore(grant.warrant().notBefore().minus(CLOCKS))
        && !now.isBefore(grant.play().startAt().minus(CLOCKS))
        && now.isBefore(grant.warrant().expires().plus(CLOCKS));
  }

  private static boolean isFresh(Grant grant, Instant now) {
    return !now.isAfter(grant.play().latestStart().plus(CLOCKS));
  }

  /** True unless it is quiet at this instant and well before and after it, by the law. */
  private boolean maySound(Pole pole, Grant grant, Instant now) {
    boolean quiet =
        world.quietHours().cover(now.minus(CLOCKS)) && world.quietHours().cover(now.plus(CLOCKS));
    if (!quiet || grant.play().release() != null) {
      return true;
    }
    return grant.play().priority() == Priority.EMERGENCY
        && pole.rules().release() == ReleaseRule.OFF;
  }

  /** What a device took in the time it had, whether anybody heard it or not. */
  void consumed(Pole pole, AiringId airing, long frames) {
    heardFrames.merge(name(pole.id(), airing), frames, Long::sum);
  }

  void soundStopped(Pole pole, AiringId airing, boolean byDeath) {
    world.say(pole.id().value(), () -> "SILENT: %s%s".formatted(airing, byDeath ? ", dead" : ""));
    Instant now = world.timeline().now();
    sounding.remove(pole.id());
    if (grants.getOrDefault(airing, List.of()).stream()
        .noneMatch(grant -> maySound(pole, grant, now))) {
      broke(Promise.S3, pole.id().value(), airing + " sounds on in quiet hours");
    }
  }

  void halted(Pole pole, AiringId airing) {
    urgent.halted(pole, airing);
  }

  void lifeOver(Pole pole) {
    urgent.lifeOver(pole);
    hush.lifeOver(pole);
  }

  /** A line that the pole wrote for the person who watches. */
  void line(Pole pole, String what) {
    urgent.line(pole, what);
    String adopted = "keys of commune edition ";
    if (what.startsWith(adopted)) {
      Set<KeyId> all = new HashSet<>(distrusted.getOrDefault(pole.id(), Set.of()));
      long edition = Long.parseLong(what.substring(adopted.length()));
      all.addAll(revokedBy.getOrDefault(edition, Set.of()));
      distrusted.put(pole.id(), all);
      hush.goesBy(pole, edition);
    }
  }

  /** What was really heard of an airing. */
  long heard(SpeakerId speaker, AiringId airing) {
    return heardFrames.getOrDefault(name(speaker, airing), 0L);
  }

  boolean hasStarted(SpeakerId speaker, AiringId airing) {
    return startedAt.containsKey(name(speaker, airing));
  }

  /** True if it sounds anywhere. */
  boolean isSounding(AiringId airing) {
    return sounding.values().stream().anyMatch(one -> one.airing().equals(airing));
  }

  Optional<Now> soundingOn(SpeakerId speaker) {
    return Optional.ofNullable(sounding.get(speaker));
  }

  /** The most urgent thing that was ever signed under this name. */
  Priority priority(AiringId airing) {
    return grants.getOrDefault(airing, List.of()).stream()
        .map(grant -> grant.play().priority())
        .max(Priority::compareTo)
        .orElse(Priority.ROUTINE);
  }

  Optional<Instant> startOf(AiringId airing) {
    return grants.getOrDefault(airing, List.of()).stream()
        .map(grant -> grant.play().startAt())
        .max(Instant::compareTo);
  }
}
