// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import loalang.announcements.ProductionSettings;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.Utterance;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;

/**
 * Says each word as a tone of 200 ms whose pitch is the word's own, so everything behind the engine
 * can be tested without a voice. Needs no program, no network, no time.
 */
public final class ToneEngine implements SpeechEngine {
  /** The name by which voices ask for it. */
  public static final EngineId ID = new EngineId("tone");

  /** Sample rate of its sound. */
  public static final int RATE_HERTZ = 22_050;

  private static final double SECONDS_PER_WORD = 0.2;

  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  /** A production line that speaks Vietnamese and English in tones. */
  public static ProductionSettings settings() {
    return settings(new ToneEngine());
  }

  /** The same with an engine at hand, which stands in under the name {@link #ID}. */
  public static ProductionSettings settings(SpeechEngine engine) {
    return ProductionSettings.standard(
        new Voices(
            List.of(
                voice("tone-vi", Language.VIETNAMESE, engine.id()),
                voice("tone-en", Language.ENGLISH, engine.id()))),
        List.of(engine));
  }

  @Override
  public EngineId id() {
    return ID;
  }

  /** Everything it was asked to say, in the order of asking. */
  public List<String> said() {
    return List.copyOf(said);
  }

  @Override
  public Pcm render(Utterance utterance) {
    said.add(utterance.text());
    int wordLength = (int) (SECONDS_PER_WORD * RATE_HERTZ);
    List<String> words = List.of(utterance.text().split("\\s+", -1));
    float[] samples = new float[words.size() * wordLength];
    for (int i = 0; i < samples.length; i++) {
      double inWord = (double) (i % wordLength) / wordLength;
      double fade = Math.sin(Math.PI * inWord);
      double pitch = pitchHertz(words.get(i / wordLength));
      samples[i] = (float) (0.3 * fade * Math.sin(2 * Math.PI * pitch * i / RATE_HERTZ));
    }
    return Pcm.of(samples, RATE_HERTZ);
  }

  /** 300 to 2,000 Hz: the pitch of a word. */
  public static double pitchHertz(String word) {
    return 300 + Math.floorMod(word.hashCode(), 1_700);
  }

  @Override
  public void close() {
    said.clear();
  }

  private static Voice voice(String id, Language language, EngineId engine) {
    return new Voice(new VoiceId(id), engine, "tone", language, "GPL-3.0-or-later");
  }
}
