// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.time.Duration;

/**
 * What a vendor may take of us.
 *
 * @param exchange time for one request and its answer
 * @param utterance time for a whole utterance, waiting and repeating included
 * @param attempts 1 to 10, for one request
 * @param pause before the second attempt; doubled for each further one, with a random part
 * @param poll between two looks at whether the sound is ready
 * @param maxBytes of one answer
 */
record CloudLimits(
    Duration exchange,
    Duration utterance,
    int attempts,
    Duration pause,
    Duration poll,
    int maxBytes) {
  /** Half a minute, three minutes, 4 attempts, 1 s, 2 s, 32 MiB. */
  static final CloudLimits STANDARD =
      new CloudLimits(
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          32 * 1024 * 1024);
}
