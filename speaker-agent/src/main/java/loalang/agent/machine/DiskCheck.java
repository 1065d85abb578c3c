// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import loalang.agent.disk.DurableFile;
import loalang.protocol.report.SelfCheck;

/**
 * Whether the disk takes what is written, by writing.
 *
 * @param directory of the agent
 * @param counter nanoseconds from anywhere, never set
 */
public record DiskCheck(Path directory, LongSupplier counter) implements Supplier<List<SelfCheck>> {
  /** Room for a day's recordings and the journal. */
  static final long LEAST_FREE_BYTES = 64L << 20;

  /** A card that takes longer for four kilobytes is about to fail. */
  static final long SLOWEST_MILLIS = 3_000;

  private static final int PROBE_BYTES = 4_096;
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Override
  public List<SelfCheck> get() {
    long free = directory.toFile().getUsableSpace();
    return List.of(
        written(),
        SelfCheck.measured(SelfCheck.DISK_FREE, free >= LEAST_FREE_BYTES, free, LEAST_FREE_BYTES));
  }

  private SelfCheck written() {
    Path probe = directory.resolve("self-test.probe");
    long began = counter.getAsLong();
    try {
      DurableFile.write(probe, new byte[PROBE_BYTES]);
      DurableFile.forceFolderOf(probe);
      long millis = (counter.getAsLong() - began) / NANOS_PER_MILLI;
      Files.delete(probe);
      return SelfCheck.measured(
          SelfCheck.DISK_WRITE, millis <= SLOWEST_MILLIS, millis, SLOWEST_MILLIS);
    } catch (IOException e) {
      return SelfCheck.failed(SelfCheck.DISK_WRITE, e.getClass().getSimpleName());
    }
  }
}
