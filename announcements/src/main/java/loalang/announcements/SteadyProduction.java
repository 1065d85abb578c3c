// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.Voices;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Produces with the voice that was asked for and, if that voice cannot speak today, the whole
 * notice once more with the voice its catalogue names instead: late or plain is better than silent.
 * The production then carries a warning. Usable on many threads if what it produces with is.
 */
public final class SteadyProduction {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyProduction.class);

  /** Faults of the order, not of the voice: another voice would hide a mistake. */
  private static final Set<String> OF_THE_ORDER =
      Set.of("VOICE_UNKNOWN", "VOICE_LICENCE_NOT_ACCEPTED");

  private final Voices voices;
  private final Function<Notice, Production> line;

  /** Speaks with these voices by this production line. */
  public SteadyProduction(Voices voices, Function<Notice, Production> line) {
    this.voices = voices;
    this.line = line;
  }

  /**
   * Produces a recording; blocks until it is made.
   *
   * @throws ProblemException as the line does, if there is no other voice or it failed too
   */
  public Production produce(Notice notice) {
    try {
      return line.apply(notice);
    } catch (ProblemException fault) {
      Optional<Voice> other = isOfTheVoice(fault.problem()) ? otherFor(notice) : Optional.empty();
      if (other.isEmpty()) {
        throw fault;
      }
      return produceWith(other.get(), notice, fault);
    }
  }

  private Production produceWith(Voice other, Notice notice, ProblemException fault) {
    LOG.warn("voice={} speaks instead: {}", other.id(), fault.problem());
    try {
      Production made = line.apply(notice.spokenBy(other.id()));
      return new Production(
          made.recording(), made.report(), List.of(replaced(other, fault.problem())));
    } catch (ProblemException alsoFailed) {
      fault.addSuppressed(alsoFailed);
      throw fault;
    }
  }

  private Optional<Voice> otherFor(Notice notice) {
    return notice.voice() == null
        ? voices.insteadOf(voices.speaking(notice.language()).id())
        : voices.insteadOf(notice.voice());
  }

  private static boolean isOfTheVoice(Problem problem) {
    String code = problem.code();
    return (code.startsWith("SPEECH_") || code.startsWith("VOICE_"))
        && !OF_THE_ORDER.contains(code);
  }

  private static Problem replaced(Voice other, Problem why) {
    return new Problem(
        "VOICE_REPLACED",
        "Voice %s spoke instead, because: %s %s"
            .formatted(other.id(), why.code(), why.whatHappened()),
        why.nextStep());
  }
}
