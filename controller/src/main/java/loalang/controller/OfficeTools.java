// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.ProductionSettings;
import loalang.announcements.VoiceInstallation;
import loalang.announcements.sentence.SentenceCache;
import loalang.controller.accounts.Passwords;
import loalang.controller.queue.WorkQueue;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.studio.DiskShelf;
import loalang.controller.studio.NoticeProduction;
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
 * @param passwords how they are kept
 */
public record OfficeTools(
    NoticeProduction production,
    Function<Path, RecordingShelf> shelf,
    WorkQueue.Limits speech,
    WorkQueue.Limits reading,
    InstantSource now,
    Passwords passwords) {
  /** About eighteen hours of speech: every opening line and date a commune says in years. */
  private static final long SENTENCES_MAX_BYTES = 256L * 1024 * 1024;

  /** The tools of a plain installation. */
  public static OfficeTools standard() {
    VoiceInstallation voices = VoiceInstallation.plain();
    return with(voices, ProductionSettings.standard(voices.voices(), voices.engines()));
  }

  /**
   * The same, with the voices of an office.
   *
   * @param data the office's directory
   * @throws loalang.protocol.ProblemException VOICES_FILE_INVALID or VOICES_FILE_UNREADABLE
   */
  public static OfficeTools standard(Path data) {
    VoiceInstallation voices = VoiceInstallation.of(data, System.getenv());
    return with(
        voices,
        ProductionSettings.standard(voices.voices(), voices.engines())
            .withCache(SentenceCache.in(data.resolve("sentences"), SENTENCES_MAX_BYTES)));
  }

  private static OfficeTools with(VoiceInstallation voices, ProductionSettings settings) {
    return new OfficeTools(
        new OfficeProduction(voices.voices(), ProduceAnnouncement.create(settings)),
        DiskShelf::new,
        SpeechQueue.USUAL,
        ReadingQueue.USUAL,
        InstantSource.system());
  }

  /** Tools that keep passwords as an office does. */
  public OfficeTools(
      NoticeProduction production,
      Function<Path, RecordingShelf> shelf,
      WorkQueue.Limits speech,
      WorkQueue.Limits reading,
      InstantSource now) {
    this(production, shelf, speech, reading, now, Passwords.ofOffice());
  }

  /** The same, with passwords kept in another way. */
  public OfficeTools keeping(Passwords other) {
    return new OfficeTools(production, shelf, speech, reading, now, other);
  }
}
