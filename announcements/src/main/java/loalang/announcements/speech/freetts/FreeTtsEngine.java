// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sound.sampled.AudioFormat;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.SpeechProblems;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.freetts.score.Accent;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/**
 * FreeTTS with its English voice kevin16 and our Vietnamese voices of three accents made of the
 * same recordings. Usable on many threads at once: each English utterance borrows a voice of its
 * own; idle voices wait for the next. An English voice costs a second to load and some 20 MB; the
 * Vietnamese ones share one set of recordings.
 */
public final class FreeTtsEngine implements SpeechEngine {
  /** The name by which voices ask for it. */
  public static final EngineId ID = new EngineId("freetts");

  private static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, true);

  private final VietnameseSpeaker vietnamese = new VietnameseSpeaker();
  private final Object lock = new Object();
  private final Deque<Voice> idle = new ArrayDeque<>();
  private boolean closed;

  @Override
  public EngineId id() {
    return ID;
  }

  @Override
  public Pcm render(Utterance utterance) {
    return Accent.named(utterance.voice().engineVoice())
        .map(accent -> vietnamese.speak(utterance, accent))
        .orElseGet(() -> english(utterance));
  }

  private Pcm english(Utterance utterance) {
    Voice voice = borrow(utterance);
    CollectingPlayer player = new CollectingPlayer(FORMAT);
    voice.setAudioPlayer(player);
    if (!speak(voice, utterance)) {
      voice.deallocate();
      throw new ProblemException(SpeechProblems.crashed(ID, "it gave up half way", utterance));
    }
    giveBack(voice);
    return player.played();
  }

  private static boolean speak(Voice voice, Utterance utterance) {
    try {
      return voice.speak(utterance.text());
    } catch (RuntimeException e) { // its processors throw whatever their arrays throw
      voice.deallocate();
      throw new ProblemException(
          SpeechProblems.crashed(ID, String.valueOf(e.getMessage()), utterance), e);
    }
  }

  private Voice borrow(Utterance utterance) {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("FreeTTS is closed.");
      }
      for (Voice voice : idle) {
        if (voice.getName().equals(utterance.voice().engineVoice())) {
          idle.remove(voice);
          return voice;
        }
      }
    }
    return load(utterance);
  }

  /**
   * The directory is asked itself: FreeTTS's own search needs a system property of the program.
   * Voices load through static tables without a lock, so ours is as wide as those tables.
   */
  private static Voice load(Utterance utterance) {
    synchronized (FreeTtsEngine.class) {
      for (Voice voice : new KevinVoiceDirectory().getVoices()) {
        if (voice.getName().equals(utterance.voice().engineVoice())) {
          voice.allocate();
          return voice;
        }
      }
    }
    throw new ProblemException(
        SpeechProblems.missing(
            ID,
            "it has no voice \"%s\"".formatted(utterance.voice().engineVoice()),
            "Name kevin16, vi-north, vi-central or vi-south in the catalogue of voices."));
  }

  private void giveBack(Voice voice) {
    synchronized (lock) {
      if (!closed) {
        idle.add(voice);
        return;
      }
    }
    voice.deallocate();
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      vietnamese.close();
      idle.forEach(Voice::deallocate);
      idle.clear();
    }
  }
}
