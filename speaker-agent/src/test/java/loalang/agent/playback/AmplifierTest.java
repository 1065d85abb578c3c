// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AmplifierTest {
  private static Amplifier wired(Path log, Duration hold) {
    return new Amplifier(
        new Amplifier.Switch(
            "echo on >> " + log, "echo off >> " + log, Duration.ofMillis(250), hold));
  }

  @Test
  void it_is_switched_on_once_warms_up_once_and_goes_off_when_idle(@TempDir Path directory)
      throws IOException {
    // Given
    Path log = directory.resolve("relay");
    Amplifier amplifier = wired(log, Duration.ZERO);

    // When
    long before = System.nanoTime();
    long warm = amplifier.switchOn();
    long again = amplifier.switchOn();

    // Then
    assertTrue(warm - before >= Duration.ofMillis(250).toNanos());
    assertTrue(again < warm, "a warm one does not warm up again");
    assertEquals(0, amplifier.holdMillis());
    amplifier.switchOffIfIdle();
    amplifier.switchOff();
    assertEquals(List.of("on", "off"), Files.readAllLines(log));
  }

  @Test
  void it_stays_on_between_two_items(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("relay");
    Amplifier amplifier = wired(log, Duration.ofHours(1));
    amplifier.switchOn();
    assertEquals(3_600_000, amplifier.holdMillis());
    amplifier.switchOffIfIdle();
    amplifier.switchOn();
    assertEquals(List.of("on"), Files.readAllLines(log));
  }

  @Test
  void one_without_a_switch_is_always_warm() {
    long before = System.nanoTime();
    assertTrue(new Amplifier(Amplifier.Switch.NONE).switchOn() - before < 50_000_000);
  }

  @Test
  void a_switch_that_fails_does_not_keep_it_from_playing() {
    Amplifier broken =
        new Amplifier(new Amplifier.Switch("exit 3", "exit 4", Duration.ZERO, Duration.ZERO));
    assertTrue(broken.switchOn() <= System.nanoTime());
    broken.switchOff();
  }

  @Test
  void times_are_not_negative() {
    Duration less = Duration.ofMillis(-1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Amplifier.Switch("on", "off", less, Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Amplifier.Switch("on", "off", Duration.ZERO, less));
  }
}
