// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.time.Duration;
import loalang.announcements.voice.EngineId;
import loalang.protocol.Problem;

/** The faults of vendors, worded once. What a vendor wrote is shown without the key. */
final class CloudProblems {
  private CloudProblems() {}

  static Problem refused(EngineId vendor, String what) {
    return new Problem(
        "SPEECH_CLOUD_REFUSED",
        "%s refused: %s.".formatted(vendor, what),
        "Check the key, the voice and the balance at the vendor's, or choose another voice.");
  }

  static Problem unavailable(EngineId vendor, String what) {
    return new Problem(
        "SPEECH_CLOUD_UNAVAILABLE",
        "%s cannot be used now: %s.".formatted(vendor, what),
        "Check the network of the office and try again later, or choose another voice.");
  }

  static Problem rubbish(EngineId vendor, String what) {
    return new Problem(
        "SPEECH_CLOUD_ANSWER_INVALID",
        "%s answered with %s.".formatted(vendor, what),
        "Try again; if it stays so, the vendor has changed its service: choose another voice.");
  }

  static Problem late(EngineId vendor, Duration limit) {
    return new Problem(
        "SPEECH_CLOUD_TIMED_OUT",
        "%s had not answered after %d s.".formatted(vendor, limit.toSeconds()),
        "Try again later, or choose another voice.");
  }

  static Problem spent(EngineId vendor, int day, int wanted) {
    return new Problem(
        "SPEECH_CLOUD_BUDGET_SPENT",
        "%s may speak %d characters a day; %d more would be too many."
            .formatted(vendor, day, wanted),
        "Wait until tomorrow, raise characters-per-day in voices.yaml, or choose another voice.");
  }

  static Problem bookUnusable(EngineId vendor, String what) {
    return new Problem(
        "SPEECH_CLOUD_BUDGET_UNREADABLE",
        "What %s has spoken today is not known: %s.".formatted(vendor, what),
        "Mend or remove that file; until then nothing is sent, so that nothing is paid twice.");
  }

  static Problem cancelled() {
    return new Problem(
        "PRODUCTION_CANCELLED",
        "The production was cancelled while sentences were being spoken.",
        "Produce the notice again.");
  }
}
