// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import loalang.announcements.audio.Mastering;
import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Shaping;
import loalang.announcements.audio.Tape;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.sentence.CodedSentence;
import loalang.announcements.sentence.SentenceCache;
import loalang.announcements.sentence.SentenceKey;
import loalang.announcements.speech.SpeechDesk;
import loalang.announcements.speech.Utterance;
import loalang.announcements.voice.Voice;
import org.jspecify.annotations.Nullable;

/** Speaks, shapes, masters, codes and measures sentences, or finds them where it kept them. */
final class SpokenSentences {
  private final SoundSettings sound;
  private final SpeechDesk desk;
  private final Shaping shaping;
  private final Mastering mastering;
  private final StretchCoder coder;
  private final @Nullable SentenceCache cache;

  SpokenSentences(ProductionSettings settings, SpeechDesk desk) {
    this.sound = settings.sound();
    this.desk = desk;
    this.shaping = new Shaping(StretchCoder.RATE_HERTZ, sound.band(), sound.tempo());
    this.mastering = StretchCoder.belowCeiling(sound.mastering());
    this.coder = new StretchCoder(sound.encoder());
    this.cache = settings.cache();
  }

  /**
   * A sentence as it came.
   *
   * @param coded ready to be joined
   * @param remembered true if no engine was asked
   * @param spokenAtNanos when the engine had spoken, or the cache answered
   */
  record Spoken(CodedSentence coded, boolean remembered, long spokenAtNanos) {}

  /** What each sentence will take: equal keys give equal sounds. */
  List<SentenceKey> keys(List<ScriptSentence> sentences, Voice voice) {
    String engine = cache == null ? "" : desk.fingerprint(voice);
    return sentences.stream()
        .map(
            sentence ->
                SentenceKey.of(
                    List.of(
                        voice.toString(),
                        engine,
                        sound.toString(),
                        sentence.pauseAfter().length().toString(),
                        sentence.spoken())))
        .toList();
  }

  Callable<Spoken> work(ScriptSentence sentence, Voice voice, SentenceKey key) {
    return () -> {
      Optional<CodedSentence> known = cache == null ? Optional.empty() : cache.find(key);
      if (known.isPresent()) {
        return new Spoken(known.get(), true, System.nanoTime());
      }
      Pcm speech = spoken(sentence, voice);
      long spokenAt = System.nanoTime();
      Pcm mastered = mastering.masterPiece(speech, sound.compressor());
      CodedSentence coded = coder.withPause(mastered, sentence.pauseAfter().length());
      if (cache != null) {
        cache.keep(key, coded);
      }
      return new Spoken(coded, false, spokenAt);
    };
  }

  private Pcm spoken(ScriptSentence sentence, Voice voice) {
    Tape tape = new Tape(StretchCoder.RATE_HERTZ);
    for (String breath : Breaths.of(sentence.spoken())) {
      int words = breath.split("\\s+").length;
      tape.add(shaping.shape(desk.render(new Utterance(breath, words, voice))));
    }
    return tape.whole();
  }
}
