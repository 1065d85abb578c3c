// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.protocol.state.Machine;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SensorsTest {
  private final Path sys;

  SensorsTest(@TempDir Path sys) {
    this.sys = sys;
  }

  private Sensors sensors() {
    return new Sensors(
        sys.resolve("thermal"), sys.resolve("hwmon"), sys.resolve("soc/get_throttled"));
  }

  private void says(String file, String words) throws IOException {
    Path path = sys.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, words + "\n");
  }

  @Test
  void a_machine_without_any_of_these_files_tells_nothing() {
    assertEquals(Machine.SILENT, sensors().get());
  }

  @Test
  void the_hottest_zone_counts_and_nonsense_does_not() throws IOException {
    says("thermal/thermal_zone0/temp", "48312");
    says("thermal/thermal_zone1/temp", "61500");
    says("thermal/thermal_zone2/temp", "-274000");
    says("thermal/thermal_zone3/temp", "255000");
    says("thermal/cooling_device0/temp", "99000");
    assertEquals(new Machine(61.5, null), sensors().get());
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void the_alarm_of_the_pis_own_watch_counts(String alarm, boolean isLow) throws IOException {
    says("hwmon/hwmon0/name", "cpu_thermal");
    says("hwmon/hwmon0/in0_lcrit_alarm", isLow ? "0" : "1");
    says("hwmon/hwmon1/name", "rpi_volt");
    says("hwmon/hwmon1/in0_lcrit_alarm", alarm);
    assertEquals(new Machine(null, isLow), sensors().get());
  }

  @ParameterizedTest
  @CsvSource({"0x50000, false", "50005, true", "0, false"})
  void without_an_alarm_the_firmwares_flag_of_now_counts(String flags, boolean isLow)
      throws IOException {
    says("soc/get_throttled", flags);
    assertEquals(new Machine(null, isLow), sensors().get());
  }

  @Test
  void what_is_no_number_is_nothing() throws IOException {
    says("thermal/thermal_zone0/temp", "warm");
    says("soc/get_throttled", "throttled");
    assertEquals(Machine.SILENT, sensors().get());
  }
}
