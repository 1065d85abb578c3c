// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.programme.ProgrammeSheet;

/** The door: holds the sheets, works out the cues, fires each once at its start. Any thread. */
public final class ScheduleBook implements AutoCloseable {
  private ScheduleBook() {}

  /** A book that is not running yet; what it holds is lost when it closes. */
  public static ScheduleBook open(ClockworkSettings settings) {
    throw new UnsupportedOperationException("Next commit.");
  }

  /** Begins to fire. Call once. */
  public void start(CueListener listener) {
    throw new UnsupportedOperationException("Next commit.");
  }

  /**
   * Takes in a sheet: a programme replaces the one with the same id, the others stay.
   *
   * @return one problem for each slot that will never sound, with the reason; mostly empty
   */
  public List<Problem> replace(ProgrammeSheet sheet) {
    throw new UnsupportedOperationException("Next commit.");
  }

  /** Airs at once: a cue that starts now. Asking again with the same id changes nothing. */
  public CueVerdict airNow(
      CueId id, AnnouncementId announcement, Set<PagingZone> zones, Priority priority) {
    throw new UnsupportedOperationException("Next commit.");
  }

  /** Airs once, later. Asking again with the same id changes nothing. */
  public CueVerdict schedule(OneOff wish) {
    throw new UnsupportedOperationException("Next commit.");
  }

  /** The cues from {@code from} inclusive to {@code from + horizon} exclusive, earliest first. */
  public List<Cue> next(Instant from, Duration horizon) {
    throw new UnsupportedOperationException("Next commit.");
  }

  /** Stops firing and frees the clockwork; a firing in progress ends first. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("Next commit.");
  }
}
