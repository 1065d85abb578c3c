// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;

/** Utterances for the tests of this room and those below it. */
public final class Utterances {
  private Utterances() {}

  /** A text for one voice of one engine, its words counted by spaces. */
  public static Utterance of(String text, EngineId engine, String engineVoice) {
    Voice voice = new Voice(new VoiceId("test"), engine, engineVoice, Language.VIETNAMESE, "MIT");
    return new Utterance(text, text.strip().split("\\s+", -1).length, voice);
  }
}
