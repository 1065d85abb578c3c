// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.Duration;
import java.util.Optional;
import loalang.protocol.AnnouncementId;
import org.jspecify.annotations.Nullable;

/**
 * One thing heard within a slot.
 *
 * @param announcement what is heard
 * @param times how often in a row, 1 to 9
 * @param lasts how long one hearing takes, over 0; null if the recording will tell
 * @throws IllegalArgumentException if a value is out of range
 */
public record SlotItem(AnnouncementId announcement, int times, @Nullable Duration lasts)
    implements SlotEntry {
  /** The most hearings in a row. */
  public static final int MOST_TIMES = 9;

  public SlotItem {
    if (times < 1 || times > MOST_TIMES) {
      throw new IllegalArgumentException(
          "An item is heard 1 to %d times in a row, was %d.".formatted(MOST_TIMES, times));
    }
    if (lasts != null && (lasts.isNegative() || lasts.isZero())) {
      throw new IllegalArgumentException("An item lasts over 0, was %s.".formatted(lasts));
    }
  }

  /** Heard once, as long as its recording. */
  public static SlotItem once(AnnouncementId announcement) {
    return new SlotItem(announcement, 1, null);
  }

  /** How long one hearing was said to take, if it was said. */
  public Optional<Duration> saidToLast() {
    return Optional.ofNullable(lasts);
  }
}
