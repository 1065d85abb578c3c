// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.util.Locale;
import java.util.Optional;
import loalang.controller.speakers.Site;

/**
 * Where a speaker hangs, as somebody typed it.
 *
 * @param place as people call it
 * @param latitude in degrees, with a point or a comma; both or none
 * @param longitude in degrees
 */
public record SiteForm(String place, String latitude, String longitude) {

  static SiteForm of(Site site) {
    return new SiteForm(
        site.place(),
        site.point().map(point -> degrees(point.latitude())).orElse(""),
        site.point().map(point -> degrees(point.longitude())).orElse(""));
  }

  /** The site; empty if what was typed is none. */
  Optional<Site> site() {
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return place.length() > Site.LONGEST_PLACE
          ? Optional.empty()
          : Optional.of(new Site(place, Optional.empty()));
    }
    try {
      Site.Point point = new Site.Point(number(latitude), number(longitude));
      return Optional.of(new Site(place, Optional.of(point)));
    } catch (IllegalArgumentException notThere) { // a NumberFormatException too
      return Optional.empty();
    }
  }

  private static double number(String typed) {
    return Double.parseDouble(typed.replace(',', '.'));
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
