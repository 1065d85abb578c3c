// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quartz.QuartzClockwork;
import loalang.schedules.release.Release;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Rundown;
import loalang.schedules.rundown.Stillness;
import loalang.schedules.rundown.Window;

/**
 * The door: holds the sheets, works out the cues, fires each once at its start.
 *
 * <p>Give it the sheets and one-offs first, then start it: what a lasting clockwork still owes from
 * before a restart is judged by what the book holds when it starts. Any thread may call.
 */
public final class ScheduleBook implements AutoCloseable {
  private static final Duration WEEK = Duration.ofDays(7);

  private final ClockworkSettings settings;
  private final Clockwork clockwork;
  private final ArmedAlarms alarms;
  private final Object turning = new Object(); // guards the pages, and the alarms set for them
  private BookPages pages;

  private ScheduleBook(ClockworkSettings settings, Clockwork clockwork) {
    this.settings = settings;
    this.clockwork = clockwork;
    this.alarms = new ArmedAlarms(clockwork);
    this.pages = BookPages.empty(settings.rules(), new Moments(settings.moments()));
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
    Telling telling = new Telling(listener);
    synchronized (turning) {
      if (!alarms.areSet()) {
        setAlarms(settings.now().instant());
      }
    }
    clockwork.start(planned -> ring(planned, telling));
  }

  /**
   * Takes in a sheet: what has a known id replaces what had it, a one-off only until it has
   * sounded; all else stays. Taking in the same sheet again changes nothing.
   *
   * @return why something in this sheet will not sound in the coming week, each reason once
   * @throws ProblemException if the sheet's zones and those known before contradict each other;
   *     nothing is taken in then
   */
  public List<Problem> replace(ProgrammeSheet sheet) {
    synchronized (turning) {
      pages = pages.with(SheetSet.merged(pages.plans().timetable(), sheet));
      return takeIn(sheet);
    }
  }

  /**
   * Holds these sheets and no others; releases, and single airings that were not withdrawn, stay.
   *
   * @return why something in the fresh sheet will not sound in the coming week, each reason once
   * @throws ProblemException ZONE_TREE_INVALID; nothing changes then
   */
  public List<Problem> hold(SheetSet sheets) {
    synchronized (turning) {
      pages = pages.with(sheets);
      return takeIn(sheets.fresh());
    }
  }

  /** What a sheet would change within the horizon if it were added; changes nothing itself. */
  public Preview preview(ProgrammeSheet sheet) {
    synchronized (turning) {
      BookPages become = pages.with(SheetSet.merged(pages.plans().timetable(), sheet));
      return pages.preview(become, sheet, Window.of(settings.now().instant(), settings.horizon()));
    }
  }

  /** What would change within the horizon if these were all sheets; changes nothing itself. */
  public Preview preview(SheetSet sheets) {
    synchronized (turning) {
      Window ahead = Window.of(settings.now().instant(), settings.horizon());
      return pages.preview(pages.with(sheets), sheets.fresh(), ahead);
    }
  }

  /** Everything the book holds that is still to come, as one sheet. */
  public ProgrammeSheet sheet() {
    BookPages held = pages();
    Instant now = settings.now().instant();
    Stream<OneOff> waiting = held.held().values().stream().map(BookPages.HeldWish::wish);
    Stream<OneOff> wishes = Stream.concat(held.wishes().values().stream(), waiting);
    return held.plans().timetable().sheet(wishes.filter(w -> w.start().isAfter(now)).toList());
  }

  /** Takes a programme or campaign out; unknown ids change nothing. */
  public void remove(ProgrammeId id) {
    synchronized (turning) {
      pages = pages.with(pages.plans().timetable().without(id));
      setAlarms(settings.now().instant());
    }
  }

  /** Tells how long recordings take, so that sessions are planned to the second. */
  public void learnLengths(Map<AnnouncementId, Duration> lengths) {
    synchronized (turning) {
      pages = pages.with(pages.plans().rules().knowing(lengths));
      setAlarms(settings.now().instant());
    }
  }

  /** Airs at once: a cue that starts now. Asking again with the same id changes nothing. */
  public CueVerdict airNow(
      CueId id, AnnouncementId announcement, Set<PagingZone> zones, Priority priority) {
    Instant now = settings.now().instant();
    return schedule(new OneOff(id, announcement, zones, priority, now, LateRule.USUAL));
  }

  /**
   * Airs once. Asking again with the same id changes nothing and gives the first answer; what waits
   * for a second person is judged anew.
   */
  public CueVerdict schedule(OneOff wish) {
    synchronized (turning) {
      OneOff known = pages.wishes().get(wish.id());
      if (known != null) {
        return known.sameSoundAs(wish)
            ? new CueVerdict.Planned(pages.item(known).cue())
            : new CueVerdict.NotAllowed(known.idTaken());
      }
      return answer(wish, settings.now().instant());
    }
  }

  /** What would become of a wish if it were scheduled now; changes nothing itself. */
  public CueVerdict judge(OneOff wish) {
    synchronized (turning) {
      return pages.judge(wish, settings.now().instant());
    }
  }

  /**
   * Lets through what a rule held back: a single airing, or one of a programme or campaign. Giving
   * the same release again changes nothing; after a restart give all of them again, before the
   * sheets. Who may sign is not asked here.
   *
   * @return what became of it; it may be held by a second rule
   */
  public CueVerdict release(Release release) {
    synchronized (turning) {
      Instant now = settings.now().instant();
      pages = pages.with(release);
      CueId airing = release.request().what().airing();
      BookPages.HeldWish waiting = pages.held().get(airing);
      if (waiting != null) {
        return answer(waiting.wish(), now);
      }
      setAlarms(now);
      Window ahead = Window.of(now, settings.horizon());
      return Releasing.verdict(airing, pages.rundown(ahead));
    }
  }

  /** Nobody asks for this single airing any more, if it waits. */
  public void withdraw(CueId wish) {
    synchronized (turning) {
      pages = pages.withoutHeld(wish);
    }
  }

  /** The cues from {@code from} inclusive to {@code from + horizon} exclusive, earliest first. */
  public List<Cue> next(Instant from, Duration horizon) {
    return rundown(Window.of(from, horizon)).cues();
  }

  /** Everything that starts in a window, with the conflicts of the days it touches. */
  public Rundown rundown(Window window) {
    return pages().rundown(window);
  }

  /**
   * What concerns one zone or group in a window: "what will this hamlet hear in the next 24 hours?"
   */
  public Rundown rundown(PagingZone zone, Window window) {
    BookPages held = pages();
    return held.rundown(window).in(zone, held.plans().timetable().zones());
  }

  /** What sounds in any cluster of this zone at this instant. */
  public List<PlannedItem> soundingAt(PagingZone zone, Instant instant) {
    BookPages now = pages();
    // What sounds now may have begun up to three hours ago, the length of the longest recording.
    Rundown around =
        now.rundown(new Window(instant.minus(Duration.ofHours(3)), instant.plusNanos(1)));
    return around.soundingAt(zone, instant, now.plans().timetable().zones());
  }

  /** When a window is meant to be silent, earliest first. */
  public List<Stillness> stillness(Window window) {
    return Stillness.in(window, pages().plans());
  }

  /** Stops firing and frees the clockwork; a cue that is being heard has been heard. */
  @Override
  public void close() {
    clockwork.close();
  }

  private BookPages pages() {
    synchronized (turning) {
      return pages;
    }
  }

  private List<Problem> takeIn(ProgrammeSheet fresh) {
    Instant now = settings.now().instant();
    List<Problem> problems = new ArrayList<>();
    for (OneOff wish : fresh.oneOffs()) {
      takeIn(wish, now).ifPresent(problems::add);
    }
    setAlarms(now);
    problems.addAll(pages.rundown(Window.of(now, WEEK)).problemsOf(fresh.ids()));
    return List.copyOf(problems);
  }

  /** One wish of many; the alarms to come are set once for all of them. */
  private Optional<Problem> takeIn(OneOff wish, Instant now) {
    if (pages.hasAired(wish.id())) {
      return Optional.empty();
    }
    CueVerdict verdict = pages.judge(wish, now);
    pages = pages.after(wish, verdict);
    if (verdict instanceof CueVerdict.Refused no) {
      return Optional.of(no.why());
    }
    if (!wish.start().isAfter(now)) {
      alarms.add(wish.start(), now);
    }
    return Optional.empty();
  }

  private CueVerdict answer(OneOff wish, Instant now) {
    CueVerdict verdict = pages.judge(wish, now);
    pages = pages.after(wish, verdict);
    pages.lapse(wish.id()).ifPresent(lapse -> alarms.add(lapse, now));
    if (verdict instanceof CueVerdict.Planned) {
      alarms.add(wish.start(), now);
      if (!settings.moments().isEmpty()) {
        setAlarms(now);
      }
    }
    return verdict;
  }

  private void setAlarms(Instant now) {
    alarms.set(pages, now, now);
  }

  private void ring(Instant planned, Telling telling) {
    List<CueDecision> decisions;
    synchronized (turning) {
      Instant now = settings.now().instant();
      decisions = pages.decide(planned, now);
      pages = pages.afterDeciding(decisions);
      if (alarms.renewed(pages, planned, now)) {
        pages = pages.forgettingBefore(now);
        pages.plans().forgetBefore(LocalDate.ofInstant(now.minus(WEEK), settings.quiet().zone()));
      }
    }
    telling.tell(decisions);
  }
}
