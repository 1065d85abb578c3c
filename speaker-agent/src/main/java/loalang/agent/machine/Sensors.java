// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import loalang.protocol.state.Machine;

/**
 * The kernel's own files about temperature and supply. What a machine has none of, it tells nothing
 * about.
 *
 * @param thermal holds {@code thermal_zone*}, each with {@code temp} in thousandths of a degree
 *     (Linux, Documentation/driver-api/thermal/sysfs-api.rst)
 * @param hwmon holds {@code hwmon*}; the one named {@code rpi_volt} has {@code in0_lcrit_alarm},
 *     which is 1 while the supply is too low (Linux, Documentation/hwmon/raspberrypi-hwmon.rst)
 * @param throttled the Raspberry Pi firmware's flags as a hexadecimal number, bit 0 for the same;
 *     asked only where there is no such alarm
 */
public record Sensors(Path thermal, Path hwmon, Path throttled) implements Supplier<Machine> {
  private static final double MILLI = 1_000;
  private static final int HEXADECIMAL = 16;

  // A zone that is switched off tells nonsense: some say -274, some 0 or 255.
  private static final double COLDEST = -40;
  private static final double HOTTEST = 150;

  /** Those of this machine. */
  public static Sensors ofThisMachine() {
    return new Sensors(
        Path.of("/sys/class/thermal"),
        Path.of("/sys/class/hwmon"),
        Path.of("/sys/devices/platform/soc/soc:firmware/get_throttled"));
  }

  @Override
  public Machine get() {
    OptionalDouble hottest =
        folders(thermal, "thermal_zone*").stream()
            .map(zone -> number(zone.resolve("temp")))
            .flatMap(Optional::stream)
            .mapToDouble(milli -> milli / MILLI)
            .filter(celsius -> celsius > COLDEST && celsius < HOTTEST)
            .max();
    return new Machine(
        hottest.isPresent() ? hottest.getAsDouble() : null, alarm().or(this::flag).orElse(null));
  }

  private Optional<Boolean> alarm() {
    return folders(hwmon, "hwmon*").stream()
        .filter(one -> word(one.resolve("name")).equals(Optional.of("rpi_volt")))
        .map(one -> number(one.resolve("in0_lcrit_alarm")))
        .flatMap(Optional::stream)
        .map(alarm -> alarm != 0)
        .findFirst();
  }

  private Optional<Boolean> flag() {
    return word(throttled)
        .flatMap(word -> parsed(word.replaceFirst("^0x", ""), HEXADECIMAL))
        .map(flags -> (flags & 1) != 0);
  }

  private static Optional<Long> number(Path file) {
    return word(file).flatMap(word -> parsed(word, 10));
  }

  private static Optional<Long> parsed(String word, int radix) {
    try {
      return Optional.of(Long.parseLong(word, radix));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static Optional<String> word(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException notThere) { // or a zone that is asleep
      return Optional.empty();
    }
  }

  private static List<Path> folders(Path above, String pattern) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(above, pattern)) {
      found.forEach(folders::add);
    } catch (IOException notThere) {
      return List.of();
    }
    return folders;
  }
}
