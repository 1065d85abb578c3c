// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.util.Optional;

/**
 * Where a speaker hangs.
 *
 * @param place as people of the commune call it; empty if nobody said
 * @param point on the map; empty if nobody said
 * @throws IllegalArgumentException if the place is longer than {@value #LONGEST_PLACE} characters
 */
public record Site(String place, Optional<Point> point) {
  /** The longest name of a place. */
  public static final int LONGEST_PLACE = 120;

  /** Nobody said where. */
  public static final Site UNKNOWN = new Site("", Optional.empty());

  public Site {
    if (place.length() > LONGEST_PLACE) {
      throw new IllegalArgumentException(
          "A place has at most %d characters, had %d.".formatted(LONGEST_PLACE, place.length()));
    }
  }

  /**
   * A point on the earth (WGS 84).
   *
   * @param latitude -90 to 90 degrees, north is positive
   * @param longitude -180 to 180 degrees, east is positive
   * @throws IllegalArgumentException if out of range or not a number
   */
  public record Point(double latitude, double longitude) {
    public Point {
      if (!(latitude >= -90 && latitude <= 90) || !(longitude >= -180 && longitude <= 180)) {
        throw new IllegalArgumentException(
            "Latitude is -90 to 90 and longitude -180 to 180, was %s, %s."
                .formatted(latitude, longitude));
      }
    }
  }
}
