// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.Gain;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.audio.Chirp;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListeningTest {
  private static final int RATE = 8_000;
  private static final AiringId FIRST = new AiringId("ban-tin-mot");
  private static final AiringId SECOND = new AiringId("ban-tin-hai");

  private final LinkedBlockingQueue<Report.Heard> heard = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<AiringId> ended = new LinkedBlockingQueue<>();

  /** A loudspeaker that says it began and goes on until it is told to end. */
  private static final class HandLoudspeaker implements Loudspeaker {
    private final LinkedBlockingQueue<PlayerListener> listeners = new LinkedBlockingQueue<>();

    @Override
    public void setGain(Gain gain) {}

    @Override
    public void play(Player.Task task, PlayerListener listener) {
      listeners.add(listener);
    }

    @Override
    public void halt(AiringId airing) {}
  }

  /** A microphone before which a chirp sounds whenever it is told. */
  private static final class Street implements Microphone {
    private final LinkedBlockingQueue<byte[]> sounds = new LinkedBlockingQueue<>();
    private final CountDownLatch heardAll = new CountDownLatch(1);

    @Override
    public String describe() {
      return "street";
    }

    @Override
    public Capture open() {
      return new Capture() {
        @Override
        public int rateHertz() {
          return RATE;
        }

        @Override
        public int read(byte[] pcm) {
          byte[] next = sounds.poll();
          if (next == null) {
            return 0;
          }
          if (next.length == 0) {
            heardAll.countDown(); // whoever asks again has heard what came before
          }
          System.arraycopy(next, 0, pcm, 0, next.length);
          return next.length;
        }

        @Override
        public void close() {}
      };
    }

    /** Chirps once and returns when that was heard. */
    void chirp() throws InterruptedException {
      float[] wave = Chirp.OURS.samples(RATE);
      byte[] pcm = new byte[2 * wave.length];
      for (int i = 0; i < wave.length; i++) {
        int sample = Math.round(10_000 * wave[i]);
        pcm[2 * i] = (byte) sample;
        pcm[2 * i + 1] = (byte) (sample >> 8);
      }
      sounds.add(pcm);
      sounds.add(new byte[2 * 1_024]); // what is left of a block
      sounds.add(new byte[0]);
      assertTrue(heardAll.await(10, TimeUnit.SECONDS), "nobody listens");
    }
  }

  private final PlayerListener office =
      new PlayerListener() {
        @Override
        public void started(AiringId airing, Instant at) {}

        @Override
        public void progressed(AiringId airing, long framesRendered) {}

        @Override
        public void ended(AiringId airing, Rendering rendering) {
          ended.add(airing);
        }
      };

  private static Player.Task task(AiringId airing) {
    return new Player.Task(airing, Path.of("none"), 48_000, 0);
  }

  private static void end(PlayerListener listener, AiringId airing) {
    listener.ended(airing, new Rendering(Outcome.PLAYED, 48_000, 48_000));
  }

  private static <T> T next(LinkedBlockingQueue<T> queue) throws InterruptedException {
    return Objects.requireNonNull(queue.poll(10, TimeUnit.SECONDS), "nothing came");
  }

  private void airing(Listening listening, HandLoudspeaker hand, AiringId airing)
      throws InterruptedException {
    listening.play(task(airing), office);
    PlayerListener listener = next(hand.listeners);
    listener.started(airing, Instant.EPOCH);
    end(listener, airing);
  }

  @Test
  void what_the_microphone_heard_is_told_after_the_end_and_the_end_is_not_kept_waiting()
      throws InterruptedException {
    // Given
    HandLoudspeaker hand = new HandLoudspeaker();
    Street street = new Street();
    try (Listening listening = new Listening(hand, street, heard::add)) {
      listening.play(task(FIRST), office);
      PlayerListener listener = next(hand.listeners);
      listener.started(FIRST, Instant.EPOCH);

      street.chirp();

      // When
      end(listener, FIRST);

      // Then
      assertEquals(FIRST, ended.poll());
      Report.Heard told = next(heard);
      assertEquals(FIRST, told.airing());
      assertNotNull(told.chirp());
    }
  }

  @Test
  void a_microphone_that_is_not_there_lets_everything_play() throws InterruptedException {
    HandLoudspeaker hand = new HandLoudspeaker();
    Microphone missing =
        new Microphone() {
          @Override
          public String describe() {
            return "missing";
          }

          @Override
          public Capture open() {
            throw new ProblemException(new Problem("MICROPHONE_UNUSABLE", "None.", "Buy one."));
          }
        };
    try (Listening listening = new Listening(hand, missing, heard::add)) {
      airing(listening, hand, FIRST);
      airing(listening, hand, SECOND);
    }

    assertEquals(FIRST, next(ended));
    assertEquals(SECOND, next(ended));
    assertTrue(heard.isEmpty());
  }

  @Test
  void a_driver_that_throws_once_is_asked_again_for_the_next_airing() throws InterruptedException {
    // Given
    HandLoudspeaker hand = new HandLoudspeaker();
    Street street = new Street();
    LinkedBlockingQueue<String> opened = new LinkedBlockingQueue<>();
    Microphone moody =
        new Microphone() {
          @Override
          public String describe() {
            return "moody";
          }

          @Override
          public Capture open() {
            opened.add("opened");
            if (opened.size() == 1) {
              throw new IllegalStateException("the driver is broken");
            }
            return street.open();
          }
        };
    try (Listening listening = new Listening(hand, moody, heard::add)) {
      airing(listening, hand, FIRST);

      // When
      listening.play(task(SECOND), office);
      PlayerListener listener = next(hand.listeners);
      listener.started(SECOND, Instant.EPOCH);
      street.chirp();
      end(listener, SECOND);

      // Then
      Report.Heard told = next(heard);
      assertEquals(SECOND, told.airing());
      assertNotNull(told.chirp());
      assertTrue(told.chirp().correlationPercent() > 90, told.toString());
    }
  }
}
