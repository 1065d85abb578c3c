// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import java.time.Duration;
import loalang.announcements.voice.EngineId;
import loalang.protocol.Problem;

/** The faults of speech engines, worded once. */
public final class SpeechProblems {
  /** The code of {@link #missing}. */
  public static final String MISSING = "SPEECH_ENGINE_MISSING";

  /** The code of {@link #crashed}. */
  public static final String CRASHED = "SPEECH_ENGINE_CRASHED";

  /** The code of {@link #timedOut}. */
  public static final String TIMED_OUT = "SPEECH_ENGINE_TIMED_OUT";

  /** The code of {@link #silent}. */
  public static final String SILENT = "SPEECH_ENGINE_SILENT";

  /** The code of {@link #cancelled}. */
  public static final String CANCELLED = "PRODUCTION_CANCELLED";

  private SpeechProblems() {}

  /** Somebody stopped the production. */
  public static Problem cancelled() {
    return new Problem(
        CANCELLED,
        "The production was cancelled while sentences were being spoken.",
        "Produce the notice again.");
  }

  /** The engine is not on this machine. */
  public static Problem missing(EngineId engine, String why, String nextStep) {
    return new Problem(
        MISSING, "Speech engine %s cannot be started: %s.".formatted(engine, why), nextStep);
  }

  /** The engine ended badly, twice if it is a process. */
  public static Problem crashed(EngineId engine, String how, Utterance utterance) {
    return new Problem(
        CRASHED,
        "Speech engine %s failed on \"%s\": %s.".formatted(engine, utterance.shortened(), how),
        "Try again; if it fails again, change this sentence or choose another voice.");
  }

  /** The engine did not come to an end. */
  public static Problem timedOut(EngineId engine, Duration limit, Utterance utterance) {
    return new Problem(
        TIMED_OUT,
        "Speech engine %s had not finished \"%s\" after %d ms and was stopped."
            .formatted(engine, utterance.shortened(), limit.toMillis()),
        "Try again when the machine is less busy, or choose another voice.");
  }

  /** What came cannot be the utterance. */
  public static Problem silent(EngineId engine, String what, Utterance utterance) {
    return new Problem(
        SILENT,
        "Speech engine %s gave %s for the %d words of \"%s\"."
            .formatted(engine, what, utterance.words(), utterance.shortened()),
        "Check the engine with \"./loa doctor\", or choose another voice.");
  }
}
