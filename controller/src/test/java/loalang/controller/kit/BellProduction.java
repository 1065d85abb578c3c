// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import loalang.announcements.Notice;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.announcements.Recording;
import loalang.announcements.audio.Loudness;
import loalang.announcements.script.Script;
import loalang.announcements.voice.VoiceId;
import loalang.controller.studio.NoticeProduction;

/** Makes "recordings" at once: bytes that only the same words give. */
public final class BellProduction implements NoticeProduction {
  /** Four parts and a bit. */
  public static final int SIZE_BYTES = 70_000;

  @Override
  public Production produce(Notice notice, Script script) {
    byte[] bytes = new byte[SIZE_BYTES];
    new Random(script.sentences().hashCode()).nextBytes(bytes);
    return new Production(
        Recording.of(bytes, Duration.ofMillis(1500)),
        new ProductionReport(
            new VoiceId("bell"),
            script,
            List.of(Duration.ZERO),
            new Loudness(-16, -1),
            Duration.ofMillis(1),
            Duration.ofMillis(2)));
  }
}
