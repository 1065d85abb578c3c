// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loalang.protocol.AnnouncementId;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign says, and in which order.
 *
 * @param announcements the episodes; one alone is repeated; at least one
 * @param rotation when the next episode's turn comes
 * @param times how often each is heard in a row, 1 to 9
 * @param lasts how long one hearing takes, over 0; null if the recording will tell
 * @throws IllegalArgumentException if a value is out of range
 */
public record Episodes(
    List<AnnouncementId> announcements, Rotation rotation, int times, @Nullable Duration lasts) {

  /** When the next episode's turn comes. */
  public enum Rotation {
    /** One episode a day. */
    DAILY,
    /** A new episode at each airing, on through the days. */
    EACH_AIRING
  }

  public Episodes {
    announcements = List.copyOf(announcements);
    if (announcements.isEmpty()) {
      throw new IllegalArgumentException("A campaign needs at least one announcement.");
    }
    new SlotItem(announcements.get(0), times, lasts); // the same ranges hold
  }

  /**
   * The episode whose turn it is.
   *
   * @param day how many days the campaign has been heard before this one, 0 or more
   * @param airing which airing of that day this is, from 0
   * @param airingsADay how many airings each day has, 1 or more
   */
  public SlotItem turn(long day, int airing, int airingsADay) {
    long turn = rotation == Rotation.DAILY ? day : day * airingsADay + airing;
    return new SlotItem(announcements.get(Math.floorMod(turn, announcements.size())), times, lasts);
  }

  /** How long one hearing was said to take, if it was said. */
  public Optional<Duration> saidToLast() {
    return Optional.ofNullable(lasts);
  }
}
