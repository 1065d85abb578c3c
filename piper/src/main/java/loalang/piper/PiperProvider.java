// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import java.nio.file.Path;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.SpeechEngineProvider;
import loalang.announcements.speech.espeak.EspeakPhonemes;
import loalang.announcements.speech.espeak.EspeakSettings;
import loalang.announcements.voice.EngineId;

/** Opens the engine Piper for the voices installed in a directory. */
public final class PiperProvider implements SpeechEngineProvider {

  @Override
  public EngineId id() {
    return PiperEngine.ID;
  }

  @Override
  public SpeechEngine open(Path voices) {
    EspeakPhonemes phonemes = new EspeakPhonemes(EspeakSettings.STANDARD);
    return new PiperEngine(voices, PiperSettings.STANDARD, phonemes);
  }
}
