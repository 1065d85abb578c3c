// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import loalang.controller.backup.LastCopy;
import loalang.controller.checkup.Finding.Level;
import loalang.protocol.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Problem DRIFTS = new Problem("CLOCK_NOT_SYNCHRONISED", "It is.", "Mend it.");

  static Stream<Arguments> findings() {
    return Stream.of(
        row(CheckRules.java(17, "17.0.9"), Level.WELL, ""),
        row(CheckRules.java(16, "16"), Level.BROKEN, "JAVA_TOO_OLD"),
        row(CheckRules.voice(Optional.of("eSpeak NG 1.52")), Level.WELL, ""),
        row(CheckRules.voice(Optional.empty()), Level.BROKEN, "SPEECH_ENGINE_MISSING"),
        row(CheckRules.disk(CheckRules.ENOUGH_BYTES), Level.WELL, ""),
        row(CheckRules.disk(CheckRules.ENOUGH_BYTES - 1), Level.BROKEN, "DISK_NEARLY_FULL"),
        row(CheckRules.sound(true), Level.WELL, ""),
        row(CheckRules.sound(false), Level.WARNING, "SOUND_DEVICE_MISSING"),
        row(CheckRules.clock(Optional.empty()), Level.WELL, ""),
        row(CheckRules.clock(Optional.of(DRIFTS)), Level.WARNING, "CLOCK_NOT_SYNCHRONISED"),
        row(CheckRules.broker(true), Level.WELL, ""),
        row(CheckRules.broker(false), Level.BROKEN, "BROKER_GONE"),
        row(CheckRules.copy(copied(Duration.ofDays(7)), NOW), Level.WELL, ""),
        row(CheckRules.copy(copied(Duration.ofDays(8)), NOW), Level.WARNING, "OFFICE_COPY_DUE"),
        row(CheckRules.copy(Optional.empty(), NOW), Level.WARNING, "OFFICE_COPY_DUE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("findings")
  void what_is_found_has_its_level_and_its_code(Finding found, Level level, String code) {
    assertEquals(level, found.level());
    assertEquals(level == Level.BROKEN, found.isBroken());
    assertEquals(code, found.problem().map(Problem::code).orElse(""));
    assertTrue(found.problem().map(why -> !why.nextStep().isBlank()).orElse(true));
  }

  private static Arguments row(Finding found, Level level, String code) {
    return Arguments.of(found, level, code);
  }

  private static Optional<LastCopy> copied(Duration ago) {
    return Optional.of(new LastCopy(NOW.minus(ago), 1, "xa.loa"));
  }
}
