// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import java.time.Duration;

/**
 * How patiently a file is fetched.
 *
 * @param maxBytes of one file
 * @param stall the longest time without a byte before the line is dropped and dialled again
 * @param attempts 1 to 20
 * @param pause before the second attempt, doubled for each further one
 */
public record DownloadLimits(long maxBytes, Duration stall, int attempts, Duration pause) {
  /** 300 MB, 30 s, 6 attempts, 2 s: a weak line by night. */
  public static final DownloadLimits STANDARD =
      new DownloadLimits(300_000_000, Duration.ofSeconds(30), 6, Duration.ofSeconds(2));
}
