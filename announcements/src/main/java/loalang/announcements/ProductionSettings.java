// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

/** What a production line is made of. */
public record ProductionSettings() {
  /** The voices and engines of a plain installation. */
  public static ProductionSettings standard() {
    return new ProductionSettings();
  }
}
