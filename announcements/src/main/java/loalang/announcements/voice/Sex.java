// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.Locale;

/** What a listener takes the speaker for. */
public enum Sex {
  FEMALE,
  MALE,
  /** Nobody has said. */
  UNSTATED;

  /** As catalogues write it: "female". */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
