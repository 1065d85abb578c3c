// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.audio.Chime;
import loalang.announcements.audio.Mastering;
import loalang.announcements.encode.OpusEncoder;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.plain.PlainNormaliser;
import loalang.announcements.script.Normaliser;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voices;
import loalang.protocol.Priority;

/**
 * What a production line is made of.
 *
 * @param voices who can speak
 * @param engines what speaks; the line that is created with them closes them
 * @param readers who reads which language aloud
 * @param chimes what sounds before a notice of each priority; a priority without one has no chime
 * @param mastering how loud a recording is
 * @param encoder how a recording is coded
 * @param sentencesAtOnce 1 to 64: how many sentences are spoken at the same time
 * @throws IllegalArgumentException if a value is out of range
 */
public record ProductionSettings(
    Voices voices,
    List<SpeechEngine> engines,
    Map<Language, Normaliser> readers,
    Map<Priority, Chime> chimes,
    Mastering mastering,
    OpusEncoder encoder,
    int sentencesAtOnce) {
  public ProductionSettings {
    engines = List.copyOf(engines);
    readers = Map.copyOf(readers);
    chimes = Map.copyOf(chimes);
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
        Mastering.HORN,
        new OpusEncoder(24_000),
        Math.max(1, Math.min(64, Runtime.getRuntime().availableProcessors())));
  }

  /** The same, with another reader of one language. */
  public ProductionSettings withReader(Language language, Normaliser reader) {
    Map<Language, Normaliser> changed = new HashMap<>(readers);
    changed.put(language, reader);
    return new ProductionSettings(
        voices, engines, changed, chimes, mastering, encoder, sentencesAtOnce);
  }

  /** The same, without a chime before the words. */
  public ProductionSettings withoutChimes() {
    return new ProductionSettings(
        voices, engines, readers, Map.of(), mastering, encoder, sentencesAtOnce);
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
