// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import loalang.agent.kit.Awaited;
import loalang.agent.kit.Tone;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.report.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the first frame comes, and how soon the last one is over. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StartTest implements PlayerListener {
  private static final AiringId NEWS = new AiringId("ban-tin");
  private static final Tone TONE = Tone.of(440, Duration.ofMillis(600));

  private final Awaited<Long> starts = new Awaited<>();
  private final Awaited<Rendering> ends = new Awaited<>();

  private static Player player(AudioOutput output, Amplifier.Switch wiring) {
    return new Player(output, false, InstantSource.system(), new Amplifier(wiring));
  }

  private static Player.Task task(Path directory, Duration in) throws IOException {
    Path file = directory.resolve("tone.opus");
    Files.write(file, TONE.bytes());
    return new Player.Task(NEWS, file, TONE.frames(), System.nanoTime() + in.toNanos());
  }

  @Test
  void the_first_frame_comes_at_its_instant_and_never_before(@TempDir Path directory)
      throws IOException {
    try (Player player = player(new FileOutput(directory, false), Amplifier.Switch.NONE)) {
      // Given
      Player.Task task = task(directory, Duration.ofMillis(400));

      // When
      player.play(task, this);

      // Then
      long lateNanos = starts.await(any -> true) - task.startNanos();
      assertTrue(lateNanos >= 0, "early by " + -lateNanos);
      assertTrue(lateNanos < 100_000_000, "late by " + lateNanos);
      assertEquals(
          new Rendering(Outcome.PLAYED, TONE.frames(), TONE.frames()), ends.await(any -> true));
    }
  }

  @Test
  void the_device_counts_the_first_frame_to_its_instant(@TempDir Path directory)
      throws IOException {
    List<Long> apart = new ArrayList<>();
    try (Player player = player(new FileOutput(directory, false), Amplifier.Switch.NONE)) {
      for (int i = 0; i < 5; i++) {
        ends.clear();
        Player.Task task = task(directory, Duration.ofMillis(200));
        player.play(task, this);
        ends.await(any -> true);
        Properties times = new Properties();
        try (var in = Files.newBufferedReader(directory.resolve(NEWS + ".times"))) {
          times.load(in);
        }
        long first = Long.parseLong(times.getProperty("started", ""));
        apart.add(Math.abs(first - task.startNanos()));
      }
    }
    Collections.sort(apart);
    assertTrue(apart.get(2) < 1_000_000, "nanoseconds: " + apart);
  }

  @Test
  void there_is_something_in_the_buffer_before_the_start(@TempDir Path directory)
      throws IOException {
    // Given
    List<Long> filled = new ArrayList<>();
    AudioOutput counting =
        new AudioOutput() {
          @Override
          public String describe() {
            return "counting";
          }

          @Override
          public AudioLine open(AiringId airing, long framesDue) {
            return new Counting(new FileOutput(directory, false).open(airing, framesDue), filled);
          }
        };

    // When
    try (Player player = player(counting, Amplifier.Switch.NONE)) {
      player.play(task(directory, Duration.ofMillis(300)), this);
      ends.await(any -> true);
      ends.clear();
      player.play(task(directory, Duration.ZERO), this);
      ends.await(any -> true);
    }

    // Then
    assertEquals(List.of(4_800L, 9_600L), filled, "100 ms of silence, 200 ms of sound");
  }

  /** Notes how many frames there were when it was started. */
  private static final class Counting implements AudioLine {
    private final AudioLine line;
    private final List<Long> filled;
    private long written;

    Counting(AudioLine line, List<Long> filled) {
      this.line = line;
      this.filled = filled;
    }

    @Override
    public int write(byte[] pcm, int offset, int length) {
      int taken = line.write(pcm, offset, length);
      written += taken / 2;
      return taken;
    }

    @Override
    public int writeSilence(int frames) {
      int taken = line.writeSilence(frames);
      written += taken;
      return taken;
    }

    @Override
    public void start() {
      filled.add(written);
      line.start();
    }

    @Override
    public long framesConsumed() {
      return line.framesConsumed();
    }

    @Override
    public void silence() {
      line.silence();
    }

    @Override
    public void close() {
      line.close();
    }
  }

  @Test
  void halted_before_its_instant_nothing_of_it_sounds(@TempDir Path directory) throws IOException {
    try (Player player = player(new FileOutput(directory, false), Amplifier.Switch.NONE)) {
      // Given
      player.play(task(directory, Duration.ofSeconds(60)), this);

      // When
      player.halt(NEWS);

      // Then
      assertEquals(new Rendering(Outcome.PARTIAL, TONE.frames(), 0), ends.await(any -> true));
      assertEquals(0, starts.soFar().size());
    }
  }

  @Test
  void it_waits_until_the_amplifier_is_warm(@TempDir Path directory) throws IOException {
    Amplifier.Switch relay =
        new Amplifier.Switch("true", "true", Duration.ofMillis(350), Duration.ZERO);
    try (Player player = player(new FileOutput(directory, false), relay)) {
      Player.Task task = task(directory, Duration.ZERO);
      player.play(task, this);
      long waited = starts.await(any -> true) - task.startNanos();
      assertTrue(waited >= Duration.ofMillis(350).toNanos(), "only " + waited);
    }
  }

  @Test
  void it_is_silent_within_fifty_milliseconds(@TempDir Path directory) throws IOException {
    // Given
    List<Long> micros = new ArrayList<>();
    try (Player player = player(new FileOutput(directory, false), Amplifier.Switch.NONE)) {
      for (int i = 0; i < 21; i++) {
        starts.clear();
        ends.clear();
        player.play(task(directory, Duration.ZERO), this);
        starts.await(any -> true);

        // When
        long before = System.nanoTime();
        player.halt(NEWS);
        ends.await(any -> true);
        micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before));
      }
    }

    // Then
    Collections.sort(micros);
    assertTrue(micros.get(10) < 50_000, "microseconds: " + micros);
  }

  @Override
  public void started(AiringId airing, Instant at) {
    starts.add(System.nanoTime());
  }

  @Override
  public void progressed(AiringId airing, long framesRendered) {}

  @Override
  public void ended(AiringId airing, Rendering rendering) {
    ends.add(rendering);
  }
}
