// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quartz.QuartzClockwork;
import loalang.schedules.rundown.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door: holds the sheets, works out the cues, fires each once at its start.
 *
 * <p>Give it the sheets and one-offs first, then start it: what a lasting clockwork still owes from
 * before a restart is judged by what the book holds when it starts. Any thread may call.
 */
public final class ScheduleBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleBook.class);
  private static final Duration ROLL = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final ClockworkSettings settings;
  private final Clockwork clockwork;
  private final Object turning = new Object(); // guards the two fields below
  private BookPages pages;
  private Instant nextRoll = Instant.MIN;

  private ScheduleBook(ClockworkSettings settings, Clockwork clockwork) {
    this.settings = settings;
    this.clockwork = clockwork;
    this.pages = BookPages.empty(settings.quiet());
  }

  /** A book that is not running yet; what it holds is lost when it closes. */
  public static ScheduleBook open(ClockworkSettings settings) {
    return open(settings, QuartzClockwork.inMemory());
  }

  /** A book that is not running yet, on this clockwork, which it closes when it is closed. */
  public static ScheduleBook open(ClockworkSettings settings, Clockwork clockwork) {
    return new ScheduleBook(settings, clockwork);
  }

  /** Begins to fire. Call once. */
  public void start(CueListener listener) {
    clockwork.start(planned -> ring(planned, listener));
  }

  /**
   * Takes in a sheet: a programme replaces the one with the same id, and so does a one-off that has
   * not sounded yet; all others stay. Taking in the same sheet again changes nothing.
   *
   * @return one problem for each slot or one-off that will not sound, with the reason; mostly empty
   */
  public List<Problem> replace(ProgrammeSheet sheet) {
    List<Problem> problems = new ArrayList<>();
    synchronized (turning) {
      Instant now = settings.now().instant();
      BookPages own = BookPages.empty(settings.quiet());
      for (Programme programme : sheet.programmes()) {
        pages = pages.with(programme);
        own = own.with(programme);
      }
      problems.addAll(own.rundown(Window.of(now, WEEK)).problems());
      for (OneOff wish : sheet.oneOffs()) {
        if (!pages.decided().containsKey(wish.id())) {
          Optional<Problem> refusal = pages.refusal(wish, now);
          refusal.ifPresentOrElse(problems::add, () -> grant(wish));
        }
      }
      setAlarms(now);
    }
    return List.copyOf(problems);
  }

  /** Airs at once: a cue that starts now. Asking again with the same id changes nothing. */
  public CueVerdict airNow(
      CueId id, AnnouncementId announcement, Set<PagingZone> zones, Priority priority) {
    Instant now = settings.now().instant();
    return schedule(new OneOff(id, announcement, zones, priority, now, LateRule.USUAL));
  }

  /** Airs once. Asking again with the same id changes nothing and gives the first answer. */
  public CueVerdict schedule(OneOff wish) {
    synchronized (turning) {
      OneOff known = pages.wishes().get(wish.id());
      if (known != null) {
        return known.sameSoundAs(wish)
            ? new CueVerdict.Planned(known.cue())
            : new CueVerdict.Refused(taken(known));
      }
      Optional<Problem> refusal = pages.refusal(wish, settings.now().instant());
      if (refusal.isPresent()) {
        return new CueVerdict.Refused(refusal.get());
      }
      grant(wish);
    }
    return new CueVerdict.Planned(wish.cue());
  }

  /** The cues from {@code from} inclusive to {@code from + horizon} exclusive, earliest first. */
  public List<Cue> next(Instant from, Duration horizon) {
    synchronized (turning) {
      return pages.rundown(Window.of(from, horizon)).cues();
    }
  }

  /** Stops firing and frees the clockwork; a cue that is being heard has been heard. */
  @Override
  public void close() {
    clockwork.close();
  }

  private void grant(OneOff wish) {
    pages = pages.with(wish);
    clockwork.add(wish.start());
  }

  private void setAlarms(Instant now) {
    nextRoll = now.plus(ROLL.compareTo(settings.horizon()) < 0 ? ROLL : settings.horizon());
    SortedSet<Instant> alarms = pages.startsAfter(now, now.plus(settings.horizon()));
    alarms.add(nextRoll);
    clockwork.setAllAfter(now, alarms);
  }

  private void ring(Instant planned, CueListener listener) {
    List<CueDecision> decisions;
    synchronized (turning) {
      Instant now = settings.now().instant();
      decisions = pages.decide(planned, now);
      pages = pages.afterDeciding(decisions, now);
      if (!planned.isBefore(nextRoll)) {
        setAlarms(now);
      }
    }
    decisions.forEach(decision -> tell(decision, listener));
  }

  private static void tell(CueDecision decision, CueListener listener) {
    try {
      if (decision instanceof CueDecision.Skip skip) {
        LOG.warn("cue={} skipped: {}", skip.cue().id(), skip.why());
        listener.onSkipped(skip.cue(), skip.why());
      } else {
        listener.onCue(decision.cue());
      }
    } catch (RuntimeException e) {
      // One listener's fault must not silence the other cues of this instant.
      LOG.error("cue={} CUE_LISTENER_FAILED", decision.cue().id(), e);
    }
  }

  private static Problem taken(OneOff known) {
    return new Problem(
        "CUE_ID_TAKEN",
        "\"%s\" already airs \"%s\" in %s."
            .formatted(known.id(), known.announcement(), known.zones()),
        "Use a new id for a new airing.");
  }
}
