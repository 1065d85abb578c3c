// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.walls.sabotage;

import loalang.controller.OfficeTools;

/** Wrong on purpose. */
public final class ReachesThroughTheWindow {
  private ReachesThroughTheWindow() {}

  /** Uses the office from inside. */
  public static OfficeTools tools() {
    return OfficeTools.standard();
  }
}
