// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.Gain;
import loalang.protocol.ProblemException;
import loalang.protocol.report.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays one recording after another on the audio thread. Its methods may be called anywhere. */
public final class Player implements Loudspeaker, SilentProbe, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  private static final String AUDIO_THREAD = "audio";
  private static final long CLOSE_SECONDS = 2;

  private final AudioOutput output;
  private final RenderingRule rule;
  private final InstantSource clock;
  private final Amplifier amplifier;
  private final ScheduledExecutorService audio =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, AUDIO_THREAD);
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicReference<@Nullable Playback> current = new AtomicReference<>();
  private final AtomicReference<@Nullable Probing> probing = new AtomicReference<>();
  private volatile Gain gain = Gain.CALIBRATED;
  private volatile DoubleSupplier excess = () -> 0;

  /**
   * A player.
   *
   * @param output where the sound goes
   * @param unpaced true for a test device that runs faster than the clock
   * @param clock names the instant of the first frame
   * @param amplifier switched on before and off after
   */
  public Player(AudioOutput output, boolean unpaced, InstantSource clock, Amplifier amplifier) {
    this.output = output;
    this.rule = new RenderingRule(unpaced);
    this.clock = clock;
    this.amplifier = amplifier;
  }

  /**
   * From now on long sounds keep pace with the clock and not with the machine's counter.
   *
   * @param known by how much the clock goes faster than the counter, as a share of one; any thread
   */
  public void keepPace(DoubleSupplier known) {
    excess = known;
  }

  /** Asks the system to let the audio thread go before others; plays as well without. */
  public void askRealtime() {
    audio.execute(() -> Realtime.ask(AUDIO_THREAD));
  }

  /**
   * What to play.
   *
   * @param airing whose recording
   * @param file the recording
   * @param framesDue what {@link OpusRecording#framesIn} counted
   * @param startNanos what the monotonic counter shows when the first frame is to sound; past means
   *     at once
   */
  public record Task(AiringId airing, Path file, long framesDue, long startNanos) {}

  @Override
  public void setGain(Gain gain) {
    this.gain = gain;
  }

  @Override
  public void play(Task task, PlayerListener listener) {
    Playback playback = new Playback(task, rule, listener, new Playback.Time(clock, excess));
    current.set(playback);
    breakProbeOff();
    audio.execute(() -> run(playback));
  }

  @Override
  public void probe(Consumer<Rendering> heard) {
    Probing probe = new Probing(rule, System::nanoTime);
    probing.set(probe);
    audio.execute(
        () -> {
          heard.accept(probed(probe));
          probing.compareAndSet(probe, null);
        });
  }

  private Rendering probed(Probing probe) {
    try {
      return probe.run(output);
    } catch (RuntimeException e) { // the test must end whatever the device's driver throws
      LOG.error("AUDIO_THREAD_FAILED", e);
      return new Rendering(Outcome.FAILED_AUDIO_DEVICE, FRAMES, 0);
    }
  }

  private void breakProbeOff() {
    Probing probe = probing.get();
    if (probe != null) {
      probe.halt();
    }
  }

  @Override
  public void halt(AiringId airing) {
    Playback playing = current.get();
    if (playing != null && playing.task().airing().equals(airing)) {
      playing.halt();
    }
  }

  private void run(Playback playback) {
    Rendering rendering;
    try {
      rendering = playback.run(output, () -> gain, amplifier.switchOn());
    } catch (ProblemException e) {
      LOG.warn("airing={} {}", playback.task().airing(), e.problem());
      rendering = new Rendering(outcomeOf(e), playback.task().framesDue(), playback.rendered());
    } catch (RuntimeException e) { // the airing must end whatever the device's driver throws
      LOG.error("airing={} AUDIO_THREAD_FAILED", playback.task().airing(), e);
      rendering =
          new Rendering(
              Outcome.FAILED_AUDIO_DEVICE, playback.task().framesDue(), playback.rendered());
    }
    playback.listener().ended(playback.task().airing(), rendering);
    restAmplifier();
  }

  private void restAmplifier() {
    try {
      var unused =
          audio.schedule(
              amplifier::switchOffIfIdle, amplifier.holdMillis() + 1, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      amplifier.switchOff(); // the agent ends
    }
  }

  private static Outcome outcomeOf(ProblemException e) {
    return e.problem().code().equals("RECORDING_UNREADABLE")
        ? Outcome.FAILED_RECORDING_UNREADABLE
        : Outcome.FAILED_AUDIO_DEVICE;
  }

  /** Halts what sounds and ends the thread. */
  @Override
  public void close() {
    Playback playing = current.get();
    if (playing != null) {
      playing.halt();
    }
    breakProbeOff();
    audio.execute(amplifier::switchOff);
    audio.shutdown();
    try {
      if (!audio.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("AUDIO_THREAD_BUSY it is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
