// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.plans.HeldStore.Held;
import loalang.controller.plans.HeldStore.Refused;
import loalang.controller.speakers.Speaker;
import loalang.protocol.AiringId;
import loalang.protocol.SpeakerId;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.report.Report;

/**
 * Who of those that are to play an airing said that they have all they need. Pure.
 *
 * @param airing which
 * @param expected how many are to play it
 * @param notReady who is not ready, by name
 */
public record Readiness(PlannedAiring airing, int expected, List<NotReady> notReady) {
  /** From so long before the start on it is a warning. */
  public static final Duration WARNING = Duration.ofMinutes(15);

  /** From so long before the start on it is an alarm: somebody has to do something now. */
  public static final Duration ALARM = Duration.ofMinutes(3);

  public Readiness {
    notReady = List.copyOf(notReady);
  }

  /** Why a speaker is not ready. */
  public enum Why {
    /** It is not heard; its plan, if it has one, is not the newest. */
    OFFLINE,
    /** It is heard and has not said that it holds the plan. */
    UNCONFIRMED,
    /** It holds the plan and lacks the recording. */
    RECORDING_LACKING,
    /** It would not take the plan. */
    REFUSED
  }

  /**
   * One that is not ready.
   *
   * @param speaker which
   * @param why the reason
   * @param detail of a refusal its own reason; empty otherwise
   * @param lastSeen when it was heard last; empty if never
   */
  public record NotReady(
      SpeakerId speaker, Why why, Optional<String> detail, Optional<Instant> lastSeen) {}

  /** How urgent it is that somebody looks. */
  public enum Level {
    /** Everybody is ready. */
    READY,
    /** There is time. */
    WAITING,
    /** It starts within a quarter of an hour. */
    WARNING,
    /** It starts within three minutes. */
    ALARM
  }

  /**
   * What speakers said about the day.
   *
   * @param since the edition in which the airing last changed
   * @param held by speaker
   * @param refused by speaker
   */
  record Said(long since, Map<SpeakerId, Held> held, Map<SpeakerId, Refused> refused) {}

  /** How many are ready. */
  public int ready() {
    return expected - notReady.size();
  }

  /** How urgent it is at an instant. */
  public Level level(Instant now) {
    if (notReady.isEmpty()) {
      return Level.READY;
    }
    Duration left = Duration.between(now, airing.start());
    if (left.compareTo(ALARM) <= 0) {
      return Level.ALARM;
    }
    return left.compareTo(WARNING) <= 0 ? Level.WARNING : Level.WAITING;
  }

  static Readiness of(Entry entry, List<Speaker> speakers, Said said) {
    List<NotReady> lacking = new ArrayList<>();
    int expected = 0;
    for (Speaker speaker : speakers) {
      if (entry.plays().stream().anyMatch(play -> isFor(speaker, play))) {
        expected++;
        objection(entry, speaker, said).ifPresent(lacking::add);
      }
    }
    return new Readiness(entry.what(), expected, lacking);
  }

  private static boolean isFor(Speaker speaker, PlannedPlay play) {
    return play.zones().stream().anyMatch(speaker::isIn);
  }

  private static Optional<NotReady> objection(Entry entry, Speaker speaker, Said said) {
    Held held = said.held().get(speaker.id());
    if (held != null && held.edition() >= said.since()) {
      return mayLack(entry, held.lacking())
          ? Optional.of(notReady(speaker, Why.RECORDING_LACKING, Optional.empty()))
          : Optional.empty(); // it plays alone, heard or not
    }
    Refused refused = said.refused().get(speaker.id());
    if (refused != null && refused.edition() >= said.since()) {
      return Optional.of(notReady(speaker, Why.REFUSED, Optional.of(refused.reason().name())));
    }
    Why why = speaker.isOnline() ? Why.UNCONFIRMED : Why.OFFLINE;
    return Optional.of(notReady(speaker, why, Optional.empty()));
  }

  // A list that is full was cut off: whatever it does not name may be lacking too.
  private static boolean mayLack(Entry entry, List<AiringId> lacking) {
    return lacking.contains(entry.airing()) || lacking.size() >= Report.PlanHeld.MOST_LACKING;
  }

  private static NotReady notReady(Speaker speaker, Why why, Optional<String> detail) {
    return new NotReady(speaker.id(), why, detail, speaker.lastSeen());
  }
}
