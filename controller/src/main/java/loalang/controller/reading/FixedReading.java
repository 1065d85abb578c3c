// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import loalang.announcements.script.SourceSpan;

/**
 * How one place of one notice is said, whatever the dictionary thinks.
 *
 * @param place whole written words of the notice's body
 * @param written what stands there
 * @param spoken how it is said: small letters without digits or signs
 */
public record FixedReading(SourceSpan place, String written, String spoken) {

  /** Whether both speak about the same characters. */
  boolean overlaps(SourceSpan other) {
    return place.start() < other.end() && other.start() < place.end();
  }
}
