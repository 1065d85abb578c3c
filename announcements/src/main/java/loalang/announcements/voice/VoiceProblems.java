// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import loalang.protocol.Problem;

/** Why a voice that was named cannot speak. Pure. */
final class VoiceProblems {
  private VoiceProblems() {}

  static Problem unknown(VoiceId id, List<Voice> all) {
    String known =
        all.stream()
            .filter(Voice::isReady)
            .map(voice -> voice.id().value())
            .collect(Collectors.joining(", "));
    return new Problem(
        "VOICE_UNKNOWN",
        "No voice is named \"%s\".".formatted(id),
        "Name one of %s, or leave the voice out; \"./loa voices list\" shows all."
            .formatted(known));
  }

  static Optional<Problem> of(Voice voice) {
    if (!voice.isLicensed()) {
      return Optional.of(
          new Problem(
              "VOICE_LICENCE_NOT_ACCEPTED",
              "Voice %s has the licence %s, which does not allow every use."
                  .formatted(voice.id(), voice.licence()),
              "Read the licence; if your use is allowed, write licence-accepted: true for this"
                  + " voice in voices.yaml. Else choose another voice."));
    }
    return switch (voice.details().standing()) {
      case READY -> Optional.empty();
      case SWITCHED_OFF ->
          Optional.of(
              new Problem(
                  "VOICE_DISABLED",
                  "Voice %s is switched off in the catalogue.".formatted(voice.id()),
                  "Write enabled: true for it in voices.yaml, or choose another voice."));
      case NO_KEY ->
          Optional.of(
              new Problem(
                  "VOICE_KEY_MISSING",
                  "Voice %s is spoken by %s, and there is no key for it."
                      .formatted(voice.id(), voice.engine()),
                  "Put the vendor's key where docs/voices.md says, or choose another voice."));
      case NOT_INSTALLED ->
          Optional.of(
              new Problem(
                  "VOICE_NOT_INSTALLED",
                  "Voice %s is not installed on this machine.".formatted(voice.id()),
                  "Run \"./loa voices install %s\", or choose another voice."
                      .formatted(voice.id())));
    };
  }
}
