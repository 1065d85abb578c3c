// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.audio.Chime;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.plain.PlainNormaliser;
import loalang.announcements.script.Normaliser;
import loalang.announcements.sentence.SentenceCache;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voices;
import loalang.protocol.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a production line is made of.
 *
 * @param voices who can speak
 * @param engines what speaks; the line that is created with them closes them
 * @param readers who reads which language aloud
 * @param chimes what sounds before a notice of each priority; a priority without one has no chime
 * @param sound how a recording sounds and how it is coded
 * @param station what the station says around a notice, by language; a language without has nothing
 * @param cache sentences spoken before; null to speak every sentence anew
 * @param sentencesAtOnce 1 to 64: how many sentences are spoken at the same time
 * @throws IllegalArgumentException if a value is out of range
 */
public record ProductionSettings(
    Voices voices,
    List<SpeechEngine> engines,
    Map<Language, Normaliser> readers,
    Map<Priority, Chime> chimes,
    SoundSettings sound,
    Map<Language, StationText> station,
    @Nullable SentenceCache cache,
    int sentencesAtOnce) {
  public ProductionSettings {
    engines = List.copyOf(engines);
    readers = Map.copyOf(readers);
    chimes = Map.copyOf(chimes);
    station = Map.copyOf(station);
    if (sentencesAtOnce < 1 || sentencesAtOnce > 64) {
      throw new IllegalArgumentException(
          "1 to 64 sentences are spoken at once, was %d.".formatted(sentencesAtOnce));
    }
  }

  /** The voices and engines of a plain installation, as many sentences at once as processors. */
  public static ProductionSettings standard() {
    VoiceInstallation plain = VoiceInstallation.plain();
    return standard(plain.voices(), plain.engines());
  }

  /** The same line with these voices and engines in place of the standard ones. */
  public static ProductionSettings standard(Voices voices, List<SpeechEngine> engines) {
    return new ProductionSettings(
        voices,
        engines,
        Map.of(
            Language.VIETNAMESE,
            VietnameseNormaliser.standard(),
            Language.ENGLISH,
            PlainNormaliser.ENGLISH),
        Map.of(
            Priority.ROUTINE, Chime.RISING,
            Priority.PRIORITY, Chime.RISING,
            Priority.EMERGENCY, Chime.URGENT),
        SoundSettings.HORN,
        Map.of(),
        null,
        Math.max(1, Math.min(64, Runtime.getRuntime().availableProcessors())));
  }

  /** The same, with another reader of one language. */
  public ProductionSettings withReader(Language language, Normaliser reader) {
    Map<Language, Normaliser> changed = new HashMap<>(readers);
    changed.put(language, reader);
    return new ProductionSettings(
        voices, engines, changed, chimes, sound, station, cache, sentencesAtOnce);
  }

  /** The same, without a chime before the words. */
  public ProductionSettings withoutChimes() {
    return new ProductionSettings(
        voices, engines, readers, Map.of(), sound, station, cache, sentencesAtOnce);
  }

  /** The same, with another chime before notices of one priority. */
  public ProductionSettings withChime(Priority priority, Chime chime) {
    Map<Priority, Chime> changed = new HashMap<>(chimes);
    changed.put(priority, chime);
    return new ProductionSettings(
        voices, engines, readers, changed, sound, station, cache, sentencesAtOnce);
  }

  /** The same with another sound. */
  public ProductionSettings withSound(SoundSettings other) {
    return new ProductionSettings(
        voices, engines, readers, chimes, other, station, cache, sentencesAtOnce);
  }

  /** The same, with these lines of the station around every notice of one language. */
  public ProductionSettings withStation(Language language, StationText text) {
    Map<Language, StationText> changed = new HashMap<>(station);
    changed.put(language, text);
    return new ProductionSettings(
        voices, engines, readers, chimes, sound, changed, cache, sentencesAtOnce);
  }

  /** The same, remembering sentences here. */
  public ProductionSettings withCache(SentenceCache sentences) {
    return new ProductionSettings(
        voices, engines, readers, chimes, sound, station, sentences, sentencesAtOnce);
  }

  /** The same with so many sentences spoken at once, 1 to 64. */
  public ProductionSettings withSentencesAtOnce(int sentences) {
    return new ProductionSettings(
        voices, engines, readers, chimes, sound, station, cache, sentences);
  }

  /** What the station says around a notice of a language. */
  StationText stationIn(Language language) {
    return station.entrySet().stream()
        .filter(entry -> entry.getKey().sameLanguageAs(language))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(StationText.SILENT);
  }

  /** The reader of a language; of one that nobody reads, the plainest. */
  Normaliser readerOf(Language language) {
    return readers.entrySet().stream()
        .filter(entry -> entry.getKey().sameLanguageAs(language))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(PlainNormaliser.ENGLISH);
  }
}
