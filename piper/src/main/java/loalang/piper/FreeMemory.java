// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the machine could still give. A model lives outside the heap, so the heap says nothing. */
final class FreeMemory {
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  private FreeMemory() {}

  /** Bytes; the largest number if this system does not say. */
  static long bytes() {
    try {
      return in(Files.readAllLines(MEMORY));
    } catch (IOException notLinux) {
      return Long.MAX_VALUE;
    }
  }

  static long in(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(AVAILABLE))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .filter(digits -> !digits.isEmpty())
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
