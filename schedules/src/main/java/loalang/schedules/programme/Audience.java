// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Who hears something, how urgent it is, and who asked for it.
 *
 * @param zones places of the tree or groups; at least one
 * @param priority how urgent
 * @param origin from which level it comes
 * @param voices in which voice it is wanted in some of the zones; a hint, first match holds
 * @throws IllegalArgumentException if there is no zone
 */
public record Audience(
    Set<PagingZone> zones, Priority priority, Origin origin, List<Voice> voices) {

  /** The level that asked for a broadcast; matters when two of one priority meet. */
  public enum Origin {
    /** Cấp xã: the commune's own. */
    COMMUNE,
    /** Cấp tỉnh: the province's. */
    PROVINCE,
    /** Trung ương: the country's. */
    CENTRE
  }

  /**
   * In which voice something is wanted in some places. Only a hint: who produces recordings decides
   * what there is.
   *
   * @param zones where; at least one
   * @param language ISO 639 code of two or three letters: vi, km, hmn
   * @param dialect of Vietnamese; null if it does not matter
   * @throws IllegalArgumentException if a rule above is broken or another language has a dialect
   */
  public record Voice(Set<PagingZone> zones, String language, @Nullable Dialect dialect) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** The language of the country. */
    public static final String VIETNAMESE = "vi";

    public Voice {
      zones = Set.copyOf(zones);
      if (zones.isEmpty() || !LANGUAGE.matcher(language).matches()) {
        throw new IllegalArgumentException(
            "A voice needs a zone and a language as vi, km or hmn, was %s in %s."
                .formatted(language, zones));
      }
      if (dialect != null && !language.equals(VIETNAMESE)) {
        throw new IllegalArgumentException(
            "Only Vietnamese has northern, central and southern voices, not %s."
                .formatted(language));
      }
    }

    /** The dialect, if one is wanted. */
    public Optional<Dialect> wantedDialect() {
      return Optional.ofNullable(dialect);
    }
  }

  /** How Vietnamese is spoken. */
  public enum Dialect {
    /** Giọng Bắc. */
    NORTHERN,
    /** Giọng Trung. */
    CENTRAL,
    /** Giọng Nam. */
    SOUTHERN
  }

  public Audience {
    voices = List.copyOf(voices);
    zones = Set.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("At least one zone is needed; there is none.");
    }
  }

  /** Whatever voice there is. */
  public Audience(Set<PagingZone> zones, Priority priority, Origin origin) {
    this(zones, priority, origin, List.of());
  }
}
