// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import loalang.agent.hearing.Ear;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.Gain;
import loalang.protocol.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loudspeaker with a microphone before it. The loudspeaker is always told first and never waits:
 * whatever the microphone does happens on a thread of its own, during an airing and a little after.
 */
public final class Listening implements Loudspeaker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  /** Echoes and howling outlast an airing by so much. */
  private static final long AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long LOOK_MILLIS = 20;
  private static final int BUFFER_BYTES = 8_192;
  private static final float FULL_SCALE = 32_768;

  private final Loudspeaker loudspeaker;
  private final Microphone microphone;
  private final HearingListener hearer;
  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "microphone");
            made.setDaemon(true);
            return made;
          });
  private volatile boolean closed;

  /** Listens to what this loudspeaker plays. */
  public Listening(Loudspeaker loudspeaker, Microphone microphone, HearingListener hearer) {
    this.loudspeaker = loudspeaker;
    this.microphone = microphone;
    this.hearer = hearer;
  }

  @Override
  public void setGain(Gain gain) {
    loudspeaker.setGain(gain);
  }

  @Override
  public void halt(AiringId airing) {
    loudspeaker.halt(airing);
  }

  @Override
  public void play(Player.Task task, PlayerListener listener) {
    Session session = new Session(task.airing(), asked.incrementAndGet());
    loudspeaker.play(task, session.passing(listener));
    try {
      thread.execute(session);
    } catch (RejectedExecutionException e) {
      LOG.debug("airing={} is not listened to: the agent ends", task.airing());
    }
  }

  /** Listens no more; what plays goes on. */
  @Override
  public void close() {
    closed = true;
    thread.shutdown();
  }

  /** One airing, from when it is prepared until a little after it is over. */
  private final class Session implements Runnable {
    private static final long NOT_YET = Long.MIN_VALUE;

    private final AiringId airing;
    private final int turn;
    private volatile long startNanos = NOT_YET;
    private volatile long endNanos = NOT_YET;

    Session(AiringId airing, int turn) {
      this.airing = airing;
      this.turn = turn;
    }

    PlayerListener passing(PlayerListener listener) {
      return new PlayerListener() {
        @Override
        public void started(AiringId airing, Instant at) {
          startNanos = System.nanoTime();
          listener.started(airing, at);
        }

        @Override
        public void progressed(AiringId airing, long framesRendered) {
          listener.progressed(airing, framesRendered);
        }

        @Override
        public void ended(AiringId airing, Rendering rendering) {
          endNanos = System.nanoTime();
          listener.ended(airing, rendering);
        }
      };
    }

    @Override
    public void run() {
      try (Microphone.Capture capture = microphone.open()) {
        Ear ear = new Ear(capture.rateHertz());
        listen(capture, ear);
        ear.evidence(airing).ifPresent(hearer::heard);
      } catch (ProblemException e) {
        LOG.warn("airing={} {}", airing, e.problem());
      } catch (RuntimeException e) { // the next airing is listened to whatever this driver throws
        LOG.error("airing={} MICROPHONE_THREAD_FAILED", airing, e);
      }
    }

    private void listen(Microphone.Capture capture, Ear ear) {
      byte[] pcm = new byte[BUFFER_BYTES];
      float[] sound = new float[BUFFER_BYTES / 2];
      while (!isOver() && !Thread.currentThread().isInterrupted()) {
        int samples = capture.read(pcm) / 2;
        long now = System.nanoTime();
        for (int i = 0; i < samples; i++) {
          sound[i] = (short) ((pcm[2 * i] & 0xFF) | (pcm[2 * i + 1] << 8)) / FULL_SCALE;
        }
        if (startNanos != NOT_YET) {
          ear.started(startNanos);
        }
        if (endNanos != NOT_YET) {
          ear.ended(endNanos);
        }
        ear.hear(sound, samples, now);
        if (samples == 0) {
          pause();
        }
      }
    }

    /** The next airing is not kept waiting for echoes. */
    private boolean isOver() {
      long end = endNanos;
      boolean isLast = turn == asked.get();
      return closed || (end != NOT_YET && (!isLast || System.nanoTime() - end >= AFTER_NANOS));
    }

    private void pause() {
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
