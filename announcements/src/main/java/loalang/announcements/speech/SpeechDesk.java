// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.audio.Pcm;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Voice;
import loalang.protocol.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each utterance to the engine of its voice, once more if the engine crashed, and lets
 * nothing pass that cannot be speech: silence is never an answer. Usable on many threads at once.
 */
public final class SpeechDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechDesk.class);

  private final Map<EngineId, SpeechEngine> engines = new HashMap<>();

  /** A desk with these engines, which it closes with itself. */
  public SpeechDesk(List<SpeechEngine> engines) {
    for (SpeechEngine engine : engines) {
      this.engines.put(engine.id(), engine);
    }
  }

  /**
   * Speaks an utterance. Blocks.
   *
   * @throws ProblemException with a code of {@link SpeechProblems}
   */
  public Pcm render(Utterance utterance) {
    SpeechEngine engine = engineOf(utterance.voice());
    Pcm sound = renderTwiceAtMost(engine, utterance);
    Plausibility.complaintAbout(sound, utterance.words())
        .ifPresent(
            complaint -> {
              throw new ProblemException(SpeechProblems.silent(engine.id(), complaint, utterance));
            });
    return sound;
  }

  /**
   * What the engine of this voice says of itself.
   *
   * @throws ProblemException SPEECH_ENGINE_MISSING
   */
  public String fingerprint(Voice voice) {
    return engineOf(voice).fingerprint();
  }

  /**
   * Whether a trained model speaks this voice.
   *
   * @throws ProblemException SPEECH_ENGINE_MISSING
   */
  public boolean isTrained(Voice voice) {
    return engineOf(voice).isTrained();
  }

  private SpeechEngine engineOf(Voice voice) {
    EngineId wanted = voice.engine();
    SpeechEngine engine = engines.get(wanted);
    if (engine == null) {
      throw new ProblemException(
          SpeechProblems.missing(
              wanted,
              "this installation has no such engine",
              "Choose another voice than %s.".formatted(voice.id())));
    }
    return engine;
  }

  private static Pcm renderTwiceAtMost(SpeechEngine engine, Utterance utterance) {
    try {
      return engine.render(utterance);
    } catch (ProblemException e) {
      if (!e.problem().code().equals(SpeechProblems.CRASHED)) {
        throw e;
      }
      LOG.warn("engine={} crashed, trying once more: {}", engine.id(), e.problem());
      return engine.render(utterance);
    }
  }

  @Override
  public void close() {
    engines.values().forEach(SpeechEngine::close);
  }
}
