// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.PrintWriter;
import loalang.announcements.install.DownloadProgress;

/** One line that grows, and no more than a hundred times a file. Any thread, one at a time. */
final class ProgressBar implements DownloadProgress {
  private static final int WIDTH = 30;
  private static final double MEGABYTE = 1e6;

  private final PrintWriter out;
  private String file = "";
  private long shown;

  ProgressBar(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void at(String name, long bytes, long of) {
    long step = of > 0 ? bytes * 100 / of : bytes / 1_000_000;
    if (name.equals(file) && step == shown) {
      return;
    }
    file = name;
    shown = step;
    out.print("\r" + line(name, bytes, of));
    if (of > 0 && bytes >= of) {
      out.println();
    }
    out.flush();
  }

  private static String line(String name, long bytes, long of) {
    if (of <= 0) {
      return "%s  %.1f MB".formatted(name, bytes / MEGABYTE);
    }
    int full = (int) Math.min(WIDTH, bytes * WIDTH / of);
    return "%s  [%s%s] %3d %%  %.1f/%.1f MB"
        .formatted(
            name,
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            bytes * 100 / of,
            bytes / MEGABYTE,
            of / MEGABYTE);
  }
}
