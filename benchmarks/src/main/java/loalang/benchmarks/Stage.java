// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.order.Order;
import loalang.protocol.report.Report;

/**
 * Where one fault happens.
 *
 * @param office orders
 * @param pole plays
 * @param airing the one it is about
 */
record Stage(BenchOffice office, BenchPole pole, AiringId airing) {
  private static final int HEADER_BYTES = 44;
  private static final double SHARE_OF_TIME = 0.98;

  BenchSound sound(double seconds) {
    // A pitch of its own, so that no recording is held already.
    double hertz = 300 + Math.floorMod(airing.hashCode(), 400);
    return BenchSound.in(office, hertz, Duration.ofMillis((long) (seconds * 1_000)));
  }

  /** Ordered for now. */
  BenchSound plays(double seconds) {
    BenchSound sound = sound(seconds);
    order(sound, Duration.ZERO);
    return sound;
  }

  /** Ordered for later. */
  Order.Play order(BenchSound sound, Duration later) {
    Order.Play play = sound.at(airing.value(), Instant.now().plus(later), Priority.ROUTINE);
    office.order(play);
    return play;
  }

  /** Ordered for now or not at all. */
  void orderShortly(BenchSound sound) {
    Instant now = Instant.now();
    office.order(new Order.Play(airing, sound.ref(), now, now.plusSeconds(4), Priority.ROUTINE));
  }

  void started() throws InterruptedException {
    pole.await(Report.Started.class, airing);
  }

  void ready() throws InterruptedException {
    pole.await(Report.Ready.class, airing);
  }

  void accepted() throws InterruptedException {
    pole.await(Report.Accepted.class, airing);
  }

  void ended() throws InterruptedException {
    pole.await(Report.Ended.class, airing);
  }

  void pass(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  void killed() throws Exception {
    pole.kill();
    pole.startAgain();
  }

  /** From the next start on the pole plays through ALSA, set up so. */
  void through(Map<String, String> environment) throws Exception {
    pole.set(new BenchPole.Setting(List.of("--output", "alsa"), environment));
    pole.program().close();
    pole.startAgain();
  }

  Path recording(BenchSound sound) throws IOException {
    try (Stream<Path> files = Files.list(pole.folder().resolve("recordings"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(sound.ref().digest().toString()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** True if every frame is in the file, and it took the time it takes. */
  boolean wasHeard(long frames) throws IOException {
    Path wav = pole.wav(airing);
    if (!Files.isRegularFile(wav) || pole.times(airing).isEmpty()) {
      return false;
    }
    BenchPole.Times times = pole.times(airing).orElseThrow();
    boolean whole = Files.size(wav) >= HEADER_BYTES + 2 * frames;
    return whole && times.ended() - times.started() >= frames * SHARE_OF_TIME * 1e9 / 48_000;
  }
}
