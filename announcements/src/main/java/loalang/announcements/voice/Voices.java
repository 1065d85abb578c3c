// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The catalogue of voices. The first voice of a language is that language's default.
 *
 * @param all the voices, at least one, each id once
 * @throws IllegalArgumentException if there is no voice or an id occurs twice
 */
public record Voices(List<Voice> all) {
  public Voices {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("A catalogue holds at least one voice.");
    }
    Set<VoiceId> seen = new HashSet<>();
    for (Voice voice : all) {
      if (!seen.add(voice.id())) {
        throw new IllegalArgumentException("Voice %s occurs twice.".formatted(voice.id()));
      }
    }
  }

  /**
   * The voice with this name.
   *
   * @throws ProblemException VOICE_UNKNOWN
   */
  public Voice named(VoiceId id) {
    return all.stream()
        .filter(voice -> voice.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(unknown(id)));
  }

  /**
   * The default voice of a language.
   *
   * @throws ProblemException NOTICE_LANGUAGE_UNSPOKEN
   */
  public Voice speaking(Language language) {
    return all.stream()
        .filter(voice -> voice.language().sameLanguageAs(language))
        .findFirst()
        .orElseThrow(() -> new ProblemException(unspoken(language)));
  }

  private Problem unknown(VoiceId id) {
    return new Problem(
        "VOICE_UNKNOWN",
        "No voice is named \"%s\".".formatted(id),
        "Name one of %s, or leave the voice out.".formatted(joined(Voice::id)));
  }

  private Problem unspoken(Language language) {
    return new Problem(
        "NOTICE_LANGUAGE_UNSPOKEN",
        "No voice speaks \"%s\"; the languages spoken are %s."
            .formatted(language, joined(Voice::language)),
        "Write the notice in one of these languages, or have a voice for \"%s\" installed."
            .formatted(language));
  }

  private String joined(java.util.function.Function<Voice, Object> part) {
    return all.stream()
        .map(part)
        .map(Object::toString)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
