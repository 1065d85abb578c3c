// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import loalang.protocol.AnnouncementId;

/**
 * A stretch of a session in which the programme of the district, the province or the Voice of
 * Vietnam is taken over (tiếp âm).
 *
 * @param source from where
 * @param lasts how long, 1 second to 3 hours
 * @param fallback heard one after the other if the source is absent; empty is silence; at most 10
 * @throws IllegalArgumentException if a value is out of range
 */
public record RelayItem(Source source, Duration lasts, List<AnnouncementId> fallback)
    implements SlotEntry {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(3);
  private static final int MOST_FALLBACKS = 10;

  /**
   * The name of a station; where its sound comes from is known to whoever airs it.
   *
   * @param value 3 to 64 of a–z, 0–9 and '-', not starting with '-'
   * @throws IllegalArgumentException if the value is not of that form
   */
  public record Source(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{2,63}");

    public Source {
      if (!ALLOWED.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "A relay source must match %s, was \"%s\".".formatted(ALLOWED, value));
      }
    }

    @Override
    public String toString() {
      return value;
    }
  }

  public RelayItem {
    fallback = List.copyOf(fallback);
    if (lasts.compareTo(SHORTEST) < 0 || lasts.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A relay lasts %s to %s, was %s.".formatted(SHORTEST, LONGEST, lasts));
    }
    if (fallback.size() > MOST_FALLBACKS) {
      throw new IllegalArgumentException(
          "A relay has at most %d fallbacks, had %d.".formatted(MOST_FALLBACKS, fallback.size()));
    }
  }

  @Override
  public int times() {
    return 1;
  }
}
