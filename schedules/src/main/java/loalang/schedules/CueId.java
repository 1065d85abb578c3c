// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one cue. The same plan gives the same name on every run, so a cue that is fired twice
 * (a crash, a second controller) can be recognised. Every cue id is also a well formed {@code
 * AiringId}.
 *
 * @param value 3 to 64 of a–z, 0–9 and '-', not starting with '-'
 * @throws IllegalArgumentException if the value is not of that form
 */
public record CueId(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{2,63}");
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public CueId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "CueId must match %s, was \"%s\".".formatted(ALLOWED, value));
    }
  }

  /**
   * The name of what one slot of one programme gives at one instant.
   *
   * @param programme 1 to 24 characters without "--"
   * @param slot 1 to 18 characters without "--"
   * @param start the planned instant, whole seconds
   */
  public static CueId of(String programme, String slot, Instant start) {
    // "--" parts the names because no programme or slot id may hold it: a-b + c is not a + b-c.
    return new CueId(programme + "--" + slot + "--" + COMPACT.format(start));
  }

  /** The programme or campaign it comes from; of a one-off its whole name. */
  public String source() {
    int end = value.indexOf("--");
    return end < 0 ? value : value.substring(0, end);
  }

  /** The instant its name tells, of what a programme or campaign gives; empty of a one-off. */
  public Optional<Instant> plannedStart() {
    int begin = value.lastIndexOf("--");
    try {
      return begin < 0
          ? Optional.empty()
          : Optional.of(COMPACT.parse(value.substring(begin + 2), Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // a one-off may be called anything
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
