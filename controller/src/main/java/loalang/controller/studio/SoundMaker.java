// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import loalang.announcements.Notice;
import loalang.announcements.Production;
import loalang.announcements.RecordedNotice;
import loalang.announcements.audio.Pcm;
import loalang.announcements.recorded.RecordedVoice;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.Voices;
import loalang.controller.reading.Edition;
import loalang.controller.reading.NoticeReading;
import loalang.controller.sent.SentSound;
import loalang.controller.station.KeptSettings;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.RecordingRef;

/**
 * Makes recordings and puts them on the shelf. Blocking, on the pool {@code speech}.
 *
 * @param production makes sound
 * @param shelf keeps it
 * @param dictionary in force when a rendering begins
 * @param station the settings in force when a rendering begins
 */
record SoundMaker(
    NoticeProduction production,
    RecordingShelf shelf,
    Supplier<Edition> dictionary,
    Supplier<KeptSettings> station,
    InstantSource now) {

  Rendered speak(Spoken spoken, Productions.Reins reins) {
    KeptSettings settings = station.get();
    VoiceDialect dialect =
        spoken
            .dialect()
            .or(() -> NoticeReading.dialectOf(spoken.notice(), production.voices()))
            .orElse(settings.settings().dialect());
    Edition edition = dictionary.get().in(dialect);
    Notice notice = withVoice(spoken, settings);
    NoticeReading reading = NoticeReading.of(notice, edition, spoken.fixes());
    Production made =
        production.produce(
            new NoticeProduction.Task(
                notice,
                reading.script(),
                edition,
                settings.settings(),
                reins.listener(),
                reins.cancellation()));
    return kept(notice.title(), made, ProductionText.of(notice, reading, made, settings.version()));
  }

  Rendered record(RecordedNotice about, SentSound sent, Productions.Reins reins) {
    KeptSettings settings = station.get();
    Pcm voice = RecordedVoice.read(sent.name(), bytesOf(sent));
    Production made =
        production.produce(
            new NoticeProduction.Recorded(about, voice, settings.settings(), reins.cancellation()));
    return kept(about.title(), made, ProductionText.ofPerson(made, settings.version()));
  }

  /** The notice's own voice, else one of the version's dialect, else the station's. */
  private Notice withVoice(Spoken spoken, KeptSettings settings) {
    Notice notice = spoken.notice();
    if (notice.voice() != null) {
      return notice;
    }
    Voices voices = production.voices();
    Optional<Voice> ofStation =
        settings
            .settings()
            .voice()
            .flatMap(voices::find)
            .filter(voice -> voice.language().sameLanguageAs(notice.language()))
            .filter(voice -> isOf(voice, spoken.dialect()));
    if (ofStation.isPresent()) {
      return notice.spokenBy(ofStation.get().id());
    }
    return spoken
        .dialect()
        .map(dialect -> notice.spokenBy(voices.speaking(notice.language(), dialect).id()))
        .orElse(notice);
  }

  private static boolean isOf(Voice voice, Optional<VoiceDialect> dialect) {
    return dialect.isEmpty() || voice.details().dialect() == dialect.get();
  }

  private Rendered kept(String title, Production made, String how) {
    RecordingRef recording = made.recording().ref();
    try {
      shelf.put(recording.digest(), made.recording().oggOpus());
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "RECORDING_NOT_STORED",
              "The recording of \"%s\" cannot be written: %s.".formatted(title, e.getMessage()),
              "Make room on the disk of the data directory and render again."),
          e);
    }
    return new Rendered(recording, how, now.instant());
  }

  private static byte[] bytesOf(SentSound sent) {
    try {
      return Files.readAllBytes(sent.file());
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "RECORDED_VOICE_UNREADABLE",
              "\"%s\" was sent and cannot be read again: %s.".formatted(sent.name(), e),
              "Send it again."),
          e);
    }
  }
}
