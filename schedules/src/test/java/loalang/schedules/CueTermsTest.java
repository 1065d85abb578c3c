// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.PagingZone;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.Audience.Voice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CueTermsTest {
  private static final CueTerms TERMS =
      new CueTerms(
          Set.of(),
          List.of(
              new Voice(zones("ban-mong"), "hmn", null),
              new Voice(zones("thon-1", "thon-2", "xa"), "vi", Audience.Dialect.SOUTHERN)),
          List.of(),
          null);

  @ParameterizedTest(name = "a loudspeaker in {0} is to speak {1}")
  @CsvSource({
    "thon-1, vi southern",
    "thon-3, nothing special",
    "thon-3 xa, vi southern",
    "xa ban-mong, hmn",
  })
  void a_wanted_voice_is_found_for_each_loudspeaker_the_first_one_written_wins(
      String zones, String voice) {
    Set<PagingZone> its = zones(zones.split(" ", -1));

    Optional<Voice> wanted = TERMS.voiceWhere(its::contains);

    assertEquals(voice, wanted.map(CueTermsTest::shown).orElse("nothing special"));
  }

  private static String shown(Voice voice) {
    return voice
        .wantedDialect()
        .map(dialect -> voice.language() + " " + dialect.name().toLowerCase(Locale.ROOT))
        .orElse(voice.language());
  }

  private static Set<PagingZone> zones(String... names) {
    return Stream.of(names).map(PagingZone::new).collect(Collectors.toSet());
  }
}
