// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import loalang.announcements.ProductionSettings;
import loalang.announcements.SteadyProduction;
import loalang.announcements.VoiceInstallation;
import loalang.controller.queue.WorkQueue;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.studio.DiskShelf;
import loalang.controller.studio.NoticeProduction;
import loalang.controller.studio.PreparedProduction;
import loalang.controller.studio.RecordingShelf;
import loalang.controller.studio.SpeechQueue;

/**
 * What a controller is given besides its settings; tests give other tools.
 *
 * @param production makes recordings
 * @param shelf keeps them, given its directory
 * @param speech how much is rendered at once
 * @param reading how many letters and texts are read at once
 * @param now what time it is
 */
public record OfficeTools(
    NoticeProduction production,
    Function<Path, RecordingShelf> shelf,
    WorkQueue.Limits speech,
    WorkQueue.Limits reading,
    InstantSource now) {

  /** The tools of a plain installation. */
  public static OfficeTools standard() {
    return with(VoiceInstallation.plain());
  }

  /**
   * The same, with the voices of an office.
   *
   * @param data the office's directory
   * @throws loalang.protocol.ProblemException VOICES_FILE_INVALID or VOICES_FILE_UNREADABLE
   */
  public static OfficeTools standard(Path data) {
    return with(VoiceInstallation.of(data, System.getenv()));
  }

  private static OfficeTools with(VoiceInstallation voices) {
    NoticeProduction line =
        new PreparedProduction(ProductionSettings.standard(voices.voices(), voices.engines()));
    return new OfficeTools(
        (notice, script) ->
            new SteadyProduction(voices.voices(), spoken -> line.produce(spoken, script))
                .produce(notice),
        DiskShelf::new,
        SpeechQueue.USUAL,
        ReadingQueue.USUAL,
        InstantSource.system());
  }
}
