// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loalang.agent.kit.Awaited;
import loalang.agent.kit.Tone;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.report.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlayerTest implements PlayerListener {
  private static final AiringId NEWS = new AiringId("ban-tin");
  private static final Tone TONE = Tone.of(440, Duration.ofMillis(1_500));

  private final Awaited<Rendering> ends = new Awaited<>();
  private final Awaited<AiringId> starts = new Awaited<>();
  private final Awaited<Long> progress = new Awaited<>();

  /** A device that lies in one way or another. */
  private static class Device implements AudioOutput, AudioLine {
    long written;

    @Override
    public String describe() {
      return "device";
    }

    @Override
    public AudioLine open(AiringId airing, long framesDue) {
      return this;
    }

    @Override
    public int writeSilence(int frames) {
      return frames;
    }

    @Override
    public void start() {}

    @Override
    public int write(byte[] pcm, int offset, int length) {
      written += length / 2;
      return length;
    }

    @Override
    public long framesConsumed() {
      return written;
    }

    @Override
    public void silence() {}

    @Override
    public void close() {}
  }

  private static Amplifier amplifier() {
    return new Amplifier(Amplifier.Switch.NONE);
  }

  private Rendering played(AudioOutput output, boolean unpaced, Path directory) throws IOException {
    try (Player player = new Player(output, unpaced, InstantSource.system(), amplifier())) {
      player.play(task(directory), this);
      return ends.await(any -> true);
    }
  }

  private static Player.Task task(Path directory) throws IOException {
    Path file = directory.resolve("tone.opus");
    Files.write(file, TONE.bytes());
    return new Player.Task(NEWS, file, TONE.frames(), System.nanoTime());
  }

  @Test
  void an_unpaced_file_holds_every_frame_byte_for_byte(@TempDir Path directory) throws IOException {
    // When
    Rendering rendering = played(new FileOutput(directory, true), true, directory);

    // Then
    assertEquals(new Rendering(Outcome.PLAYED, TONE.frames(), TONE.frames()), rendering);
    byte[] wav = Files.readAllBytes(directory.resolve(NEWS + ".wav"));
    byte[] pcm = OpusRecordingTest.decoded(directory.resolve("tone.opus"), 1);
    assertArrayEquals(pcm, Arrays.copyOfRange(wav, 44, wav.length));
  }

  private Rendering probed(AudioOutput output) {
    Awaited<Rendering> heard = new Awaited<>();
    try (Player player = new Player(output, false, InstantSource.system(), amplifier())) {
      player.probe(heard::add);
      return heard.await(any -> true);
    }
  }

  @Test
  void a_device_that_takes_silence_at_the_pace_of_the_clock_is_good(@TempDir Path directory) {
    assertEquals(
        new Rendering(Outcome.PLAYED, SilentProbe.FRAMES, SilentProbe.FRAMES),
        probed(new FileOutput(directory, false)));
  }

  @Test
  void a_device_that_swallows_silence_at_once_is_not_good() {
    assertEquals(Outcome.FAILED_NOT_RENDERED, probed(new Device()).outcome());
  }

  @Test
  void a_paced_file_takes_the_time_it_takes(@TempDir Path directory) throws IOException {
    // When
    long before = System.nanoTime();
    Rendering rendering = played(new FileOutput(directory, false), false, directory);

    // Then
    assertEquals(Outcome.PLAYED, rendering.outcome());
    assertTrue(System.nanoTime() - before >= TimeUnit.MILLISECONDS.toNanos(1_470));
    assertEquals(1, starts.soFar().size());
    assertEquals(1, progress.soFar().size(), "told about once a second");
  }

  @Test
  void a_device_that_swallows_everything_at_once_is_not_believed(@TempDir Path directory)
      throws IOException {
    assertEquals(Outcome.FAILED_NOT_RENDERED, played(new Device(), false, directory).outcome());
  }

  @Test
  void a_dead_sound_server_that_takes_less_than_it_is_given_is_noticed(@TempDir Path directory)
      throws IOException {
    // Given
    Device dead =
        new Device() {
          @Override
          public int write(byte[] pcm, int offset, int length) {
            return written < 24_000 ? super.write(pcm, offset, length) : 0;
          }
        };

    // Then
    assertEquals(
        new Rendering(Outcome.FAILED_NOT_RENDERED, TONE.frames(), 648 + 25 * 960),
        played(dead, true, directory));
  }

  @Test
  void a_position_that_stands_still_is_not_waited_for_for_ever(@TempDir Path directory)
      throws IOException {
    // Given
    Device stuck =
        new Device() {
          @Override
          public long framesConsumed() {
            return Math.min(written, 30_000);
          }
        };

    // Then
    assertEquals(
        new Rendering(Outcome.FAILED_NOT_RENDERED, TONE.frames(), 30_000),
        played(stuck, true, directory));
  }

  @Test
  void a_device_that_does_not_open_is_a_failed_device(@TempDir Path directory) throws IOException {
    // Given
    Device missing =
        new Device() {
          @Override
          public AudioLine open(AiringId airing, long framesDue) {
            throw new ProblemException(new Problem("AUDIO_DEVICE_UNUSABLE", "Busy.", "Wait."));
          }
        };

    // Then
    assertEquals(
        new Rendering(Outcome.FAILED_AUDIO_DEVICE, TONE.frames(), 0),
        played(missing, false, directory));
    assertEquals(0, starts.soFar().size());
  }

  @Test
  void a_driver_that_throws_what_it_likes_still_ends_the_airing(@TempDir Path directory)
      throws IOException {
    // Given
    Device mad =
        new Device() {
          @Override
          public int write(byte[] pcm, int offset, int length) {
            throw new IllegalStateException("driver");
          }
        };

    // Then
    assertEquals(Outcome.FAILED_AUDIO_DEVICE, played(mad, false, directory).outcome());
  }

  @Test
  void halted_it_falls_silent_within_a_buffer_and_says_how_far_it_got(@TempDir Path directory)
      throws Exception {
    // Given
    CountDownLatch sounding = new CountDownLatch(1);
    PlayerListener listener =
        new PlayerListener() {
          @Override
          public void started(AiringId airing, Instant at) {
            sounding.countDown();
          }

          @Override
          public void progressed(AiringId airing, long framesRendered) {}

          @Override
          public void ended(AiringId airing, Rendering rendering) {
            ends.add(rendering);
          }
        };
    try (Player player =
        new Player(new FileOutput(directory, false), false, InstantSource.system(), amplifier())) {
      player.play(task(directory), listener);
      assertTrue(sounding.await(10, TimeUnit.SECONDS));

      // When
      long before = System.nanoTime();
      player.halt(new AiringId("khac"));
      player.halt(NEWS);
      Rendering rendering = ends.await(any -> true);

      // Then
      long tookMillis = (System.nanoTime() - before) / 1_000_000;
      assertEquals(Outcome.PARTIAL, rendering.outcome());
      assertTrue(rendering.framesRendered() < TONE.frames(), rendering.toString());
      assertTrue(tookMillis < 500, "silent after " + tookMillis + " ms");
    }
  }

  @Override
  public void started(AiringId airing, Instant at) {
    starts.add(airing);
  }

  @Override
  public void progressed(AiringId airing, long framesRendered) {
    progress.add(framesRendered);
  }

  @Override
  public void ended(AiringId airing, Rendering rendering) {
    ends.add(rendering);
  }
}
