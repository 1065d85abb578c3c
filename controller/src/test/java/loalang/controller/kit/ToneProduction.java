// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.time.Duration;
import java.util.List;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.announcements.Recording;
import loalang.announcements.VoiceInstallation;
import loalang.announcements.audio.Loudness;
import loalang.announcements.audio.Pcm;
import loalang.announcements.encode.OpusComments;
import loalang.announcements.encode.OpusEncoder;
import loalang.announcements.script.Script;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;
import loalang.controller.studio.NoticeProduction;

/**
 * Makes recordings that can be decoded: a second and a half of a tone whose height is the words'.
 */
public final class ToneProduction implements NoticeProduction {
  private static final Voices VOICES = VoiceInstallation.plain().voices();
  private static final int RATE = 16_000;
  private static final int SAMPLES = RATE * 3 / 2;

  @Override
  public Voices voices() {
    return VOICES;
  }

  @Override
  public Production produce(Task task) {
    return tone(task.notice().title(), task.script());
  }

  @Override
  public Production produce(Recorded recorded) {
    return tone("tone", new Script(List.of(), List.of()));
  }

  private static Production tone(String title, Script script) {
    double hertz = 300 + Math.floorMod(script.sentences().hashCode(), 500);
    float[] samples = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    byte[] ogg =
        new OpusEncoder(24_000)
            .encode(
                Pcm.of(samples, RATE),
                new OpusComments(title, "vi", new OpusComments.Source.Person()));
    return new Production(
        Recording.of(ogg, Duration.ofMillis(1_500)),
        new ProductionReport(
            new VoiceId("tone"),
            script,
            List.of(Duration.ZERO),
            new Loudness(-16, -1),
            Duration.ofMillis(1),
            Duration.ofMillis(2)));
  }
}
