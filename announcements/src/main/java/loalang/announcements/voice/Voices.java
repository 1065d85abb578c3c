// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of voices, in the order of preference: of the voices that are ready and licensed,
 * the first of a language is that language's default.
 *
 * @param all the voices, at least one, each id once; a fallback is one of them and speaks the same
 *     language
 * @throws IllegalArgumentException if that does not hold
 */
public record Voices(List<Voice> all) {
  public Voices {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("A catalogue holds at least one voice.");
    }
    Map<VoiceId, Voice> seen = new HashMap<>();
    for (Voice voice : all) {
      if (seen.put(voice.id(), voice) != null) {
        throw new IllegalArgumentException("Voice %s occurs twice.".formatted(voice.id()));
      }
    }
    all.forEach(voice -> checkFallback(voice, seen));
  }

  /**
   * The voice with this name.
   *
   * @throws ProblemException VOICE_UNKNOWN, VOICE_DISABLED, VOICE_KEY_MISSING, VOICE_NOT_INSTALLED
   *     or VOICE_LICENCE_NOT_ACCEPTED
   */
  public Voice named(VoiceId id) {
    Voice voice = find(id).orElseThrow(() -> new ProblemException(VoiceProblems.unknown(id, all)));
    VoiceProblems.of(voice)
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    return voice;
  }

  /** The voice with this name, whether it can speak or not. */
  public Optional<Voice> find(VoiceId id) {
    return all.stream().filter(voice -> voice.id().equals(id)).findFirst();
  }

  /** Who speaks instead of a voice that cannot, if the catalogue names one that can. */
  public Optional<Voice> insteadOf(VoiceId id) {
    return find(id)
        .flatMap(voice -> Optional.ofNullable(voice.details().fallback()))
        .flatMap(this::find)
        .filter(Voice::isReady);
  }

  /**
   * The default voice of a language.
   *
   * @throws ProblemException NOTICE_LANGUAGE_UNSPOKEN
   */
  public Voice speaking(Language language) {
    return speaking(language, null);
  }

  /**
   * The voice for a language and a dialect: the first of that dialect, else the first without a
   * dialect, else the first of the language.
   *
   * @param dialect null for any
   * @throws ProblemException NOTICE_LANGUAGE_UNSPOKEN
   */
  public Voice speaking(Language language, @Nullable VoiceDialect dialect) {
    List<Voice> able =
        all.stream()
            .filter(voice -> voice.isReady() && voice.language().sameLanguageAs(language))
            .toList();
    Stream<Voice> preferred =
        dialect == null
            ? able.stream()
            : Stream.of(of(dialect, able), of(null, able), able).flatMap(Collection::stream);
    return preferred.findFirst().orElseThrow(() -> new ProblemException(unspoken(language)));
  }

  /** The same voices, each as the change makes it. */
  public Voices each(Function<Voice, Voice> change) {
    return new Voices(all.stream().map(change).toList());
  }

  private static List<Voice> of(@Nullable VoiceDialect dialect, List<Voice> voices) {
    return voices.stream().filter(voice -> voice.details().dialect() == dialect).toList();
  }

  private static void checkFallback(Voice voice, Map<VoiceId, Voice> known) {
    VoiceId fallback = voice.details().fallback();
    if (fallback == null) {
      return;
    }
    Voice other = known.get(fallback);
    if (other == null || !other.language().sameLanguageAs(voice.language())) {
      throw new IllegalArgumentException(
          "The fallback \"%s\" of voice %s is no other voice of its language."
              .formatted(fallback, voice.id()));
    }
  }

  private Problem unspoken(Language language) {
    String spoken =
        all.stream()
            .filter(Voice::isReady)
            .map(voice -> voice.language().tag())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Problem(
        "NOTICE_LANGUAGE_UNSPOKEN",
        "No voice speaks \"%s\"; the languages spoken are %s.".formatted(language, spoken),
        "Write the notice in one of these languages, or have a voice for \"%s\" installed."
            .formatted(language));
  }
}
