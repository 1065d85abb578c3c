// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import loalang.schedules.release.Signature;

/**
 * Two different people let an airing out.
 *
 * @param asked who asked for it
 * @param released who released it
 * @throws IllegalArgumentException if both are one person
 */
public record TwoPeople(Signature asked, Signature released) {
  public TwoPeople {
    if (asked.isOfSamePersonAs(released)) {
      throw new IllegalArgumentException(
          "It takes two people, both were \"%s\".".formatted(asked.name()));
    }
  }
}
