// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The most memory a rendering process ever held (VmHWM of proc(5)), beside the largest process of
 * the chain. Ours is a Java machine of its own with the office's options; its children, espeak-ng,
 * are left out as too small to matter.
 *
 * @param folder with {@code spoken.txt}
 */
record RenderMemory(Path folder) {
  private static final double KILOBYTES_PER_MEGABYTE = 1024;
  private static final long BETWEEN_LOOKS_MILLIS = 2;

  Figure besideChain(String chain) {
    double ours = peakOf(once());
    double peer = peakOf(List.of("bash", "-c", "set -o pipefail; " + chain));
    return new Figure(
        "render",
        "peak_rss_of_the_process",
        "MB",
        new Samples(List.of(ours)),
        new Figure.Peer("largest_of_the_chain", new Samples(List.of(peer))),
        null);
  }

  private static List<String> once() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path options = Path.of(System.getProperty("loa.root", "."), "config/java/office.options");
    if (Files.exists(options)) {
      command.add("@" + options);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RenderOnce.class.getName());
    return command;
  }

  private double peakOf(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      long peak = 0;
      while (!process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, largest(process.toHandle()));
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("said.txt")));
      }
      return peak / KILOBYTES_PER_MEGABYTE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring.", e);
    }
  }

  private static long largest(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(one -> peakKilobytes(one.pid()))
        .max()
        .orElse(0);
  }

  /** 0 of a process that is gone. */
  private static long peakKilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException | UncheckedIOException goneMeanwhile) {
      return 0;
    }
  }
}
