// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.ProductionSettings;

/** Renders the notice of the bench once, in a process of its own whose memory is looked at. */
final class RenderOnce {
  private RenderOnce() {}

  /** Exits with 0 when it is rendered. */
  public static void main(String[] arguments) {
    ProductionSettings settings = ProductionSettings.standard().withoutChimes();
    try (ProduceAnnouncement line = ProduceAnnouncement.create(settings)) {
      line.produce(RenderNotices.of(RenderNotices.VACCINATION));
    }
  }
}
