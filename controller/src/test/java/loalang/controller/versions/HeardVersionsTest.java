// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceDialect;
import loalang.controller.speakers.Speaker;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.VerifyKey;
import loalang.schedules.CueTerms;
import loalang.schedules.programme.Audience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeardVersionsTest {
  private static final VerifyKey KEY = new VerifyKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  private static final RecordingRef PLAIN = recording('0');
  private static final RecordingRef HMONG = recording('1');
  private static final RecordingRef SOUTH = recording('2');
  private static final Map<VersionName, RecordingRef> RECORDINGS =
      Map.of(new VersionName("hmong"), HMONG, new VersionName("vi-south"), SOUTH);
  private static final Map<VersionName, VersionText> TEXTS =
      Map.of(
          new VersionName("hmong"), text("hmn", Optional.empty()),
          new VersionName("vi-south"), text("vi", Optional.of(VoiceDialect.SOUTH)));
  private static final List<Speaker> ALL =
      List.of(
          speaker("mot", "ban-mong", "toan-xa"),
          speaker("hai", "cho", "toan-xa"),
          speaker("baa", "toan-xa"));

  @Test
  void who_is_set_to_nothing_hears_the_notice() {
    assertEquals(PLAIN, heardBy(0, Map.of()));
    assertEquals(PLAIN, heardBy(1, Map.of("ban-mong", "hmong")));
  }

  @Test
  void the_narrowest_zone_that_is_set_counts() {
    Map<String, String> set = Map.of("toan-xa", "vi-south", "ban-mong", "hmong");
    assertEquals(HMONG, heardBy(0, set));
    assertEquals(SOUTH, heardBy(1, set));
    assertEquals(SOUTH, heardBy(2, set));
  }

  @Test
  void a_speakers_own_zone_is_the_narrowest_of_all() {
    Map<String, String> set = Map.of("node-mot", "vi-south", "ban-mong", "hmong");
    assertEquals(SOUTH, heardBy(0, set));
  }

  @Test
  void of_two_zones_as_narrow_the_first_by_name_counts() {
    List<Speaker> one = List.of(speaker("mot", "b-xom", "a-xom"));
    HeardVersions heard = heard(Map.of("a-xom", "hmong", "b-xom", "vi-south"));
    assertEquals(HMONG, heard.heardBy(PLAIN, one).apply(one.get(0)));
  }

  @Test
  void a_campaign_that_asks_for_a_voice_in_some_hamlets_is_heard_in_it_there() {
    HeardVersions heard = heard(Map.of("toan-xa", "hmong"));
    Audience.Voice southern = voice("vi", Audience.Dialect.SOUTHERN);
    assertEquals(SOUTH, asked(heard, 1, southern));
    assertEquals(HMONG, asked(heard, 0, southern)); // in another hamlet
    assertEquals(HMONG, asked(heard, 1, voice("vi", Audience.Dialect.CENTRAL))); // nobody has it
    assertEquals(HMONG, asked(heard(Map.of()), 1, voice("hmn", null)));
  }

  private static Audience.Voice voice(String language, Audience.@Nullable Dialect dialect) {
    return new Audience.Voice(Set.of(new PagingZone("cho")), language, dialect);
  }

  private static RecordingRef asked(HeardVersions heard, int speaker, Audience.Voice voice) {
    CueTerms terms = new CueTerms(Set.of(), List.of(voice), List.of(), null);
    return heard.heardBy(PLAIN, ALL, terms).apply(ALL.get(speaker));
  }

  private static VersionText text(String language, Optional<VoiceDialect> dialect) {
    return new VersionText(new Language(language), dialect, Optional.empty(), Optional.empty());
  }

  @Test
  void a_version_the_notice_does_not_have_is_heard_as_the_notice_and_told() {
    Map<String, String> set = Map.of("ban-thai", "thai", "ban-lu", "thai", "ban-mong", "hmong");
    assertEquals(PLAIN, heard(set).heardBy(PLAIN, ALL).apply(speaker("xom", "ban-thai")));
    List<Problem> missing = heard(set).missing(new AnnouncementId("hop-dan"));
    assertEquals(1, missing.size());
    assertEquals("VERSION_MISSING", missing.get(0).code());
    assertTrue(missing.get(0).whatHappened().contains("ban-lu, ban-thai"), missing::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "default", "", "a", "Hmong", "9x", "h mong", "tiếng-thái"})
  void a_name_that_is_none_is_refused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new VersionName(name));
  }

  private static RecordingRef heardBy(int speaker, Map<String, String> set) {
    return heard(set).heardBy(PLAIN, ALL).apply(ALL.get(speaker));
  }

  private static HeardVersions heard(Map<String, String> set) {
    return new HeardVersions(
        set.entrySet().stream()
            .collect(
                Collectors.toMap(
                    one -> new PagingZone(one.getKey()), one -> new VersionName(one.getValue()))),
        RECORDINGS,
        TEXTS);
  }

  private static RecordingRef recording(char digit) {
    String hex = String.valueOf(digit).repeat(64);
    return new RecordingRef(new Digest(hex), 1000, Duration.ofSeconds(40));
  }

  private static Speaker speaker(String id, String... zones) {
    Set<PagingZone> in =
        Arrays.stream(zones).map(PagingZone::new).collect(Collectors.toUnmodifiableSet());
    return new Speaker(new SpeakerId(id), in, KEY, true, Optional.empty(), Optional.empty());
  }
}
