// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.announcements.RecordedNotice;
import loalang.announcements.Recording;
import loalang.announcements.VoiceInstallation;
import loalang.announcements.audio.Loudness;
import loalang.announcements.script.Script;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;
import loalang.controller.studio.NoticeProduction;

/** Makes "recordings" at once: bytes that only the same words give. */
public final class BellProduction implements NoticeProduction {
  /** Four parts and a bit. */
  public static final int SIZE_BYTES = 70_000;

  private static final Voices VOICES = VoiceInstallation.plain().voices();

  @Override
  public Voices voices() {
    return VOICES;
  }

  @Override
  public Production produce(Task task) {
    VoiceId named = task.notice().voice();
    List<Object> heard = List.of(task.script().sentences(), String.valueOf(named), task.station());
    return production(named == null ? new VoiceId("bell") : named, task.script(), heard);
  }

  @Override
  public Production produce(Recorded recorded) {
    return production(
        RecordedNotice.VOICE,
        new Script(List.of(), List.of()),
        List.of(recorded.voice(), recorded.station()));
  }

  private static Production production(VoiceId voice, Script script, List<Object> heard) {
    byte[] bytes = new byte[SIZE_BYTES];
    new Random(heard.hashCode()).nextBytes(bytes);
    return new Production(
        Recording.of(bytes, Duration.ofMillis(1500)),
        new ProductionReport(
            voice,
            script,
            List.of(Duration.ZERO),
            new Loudness(-16, -1),
            Duration.ofMillis(1),
            Duration.ofMillis(2)));
  }
}
