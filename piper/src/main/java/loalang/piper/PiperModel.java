// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One loaded model. May be run on several threads at once; it holds memory outside the heap. */
final class PiperModel implements AutoCloseable {
  private static final Set<String> INPUTS = Set.of("input", "input_lengths", "scales");

  /** Beside the model's own bytes: the runtime, and what one run of the longest input takes. */
  private static final long BESIDE_BYTES = 250_000_000;

  private final PiperConfig config;
  private final OrtSession session;

  private PiperModel(PiperConfig config, OrtSession session) {
    this.config = config;
    this.session = session;
  }

  /**
   * Loads a model.
   *
   * @throws loalang.protocol.ProblemException VOICE_NOT_INSTALLED or a VOICE_MODEL code
   */
  static PiperModel load(ModelFolder folder, long freeBytes) {
    folder.check();
    PiperConfig config = folder.readConfig();
    long needed = 2 * folder.modelBytes() + BESIDE_BYTES;
    if (needed > freeBytes) {
      throw ModelProblems.tooLarge(folder.model(), needed, freeBytes);
    }
    return new PiperModel(config, open(folder));
  }

  private static OrtSession open(ModelFolder folder) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1); // sentences run side by side; one thread each wastes nothing
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false); // an arena never gives back what one long sentence took
      OrtSession session =
          OrtEnvironment.getEnvironment().createSession(folder.model().toString(), options);
      if (!session.getInputNames().containsAll(INPUTS) || session.getOutputNames().size() != 1) {
        String names = String.valueOf(session.getInputNames());
        session.close();
        throw ModelProblems.corrupt(folder.model(), "its inputs are " + names, null);
      }
      return session;
    } catch (OrtException e) {
      throw ModelProblems.corrupt(folder.model(), String.valueOf(e.getMessage()), e);
    }
  }

  PiperConfig config() {
    return config;
  }

  /**
   * Speaks these numbers.
   *
   * @param tempo over 1 is slower
   * @return samples, full scale -1 to 1
   * @throws OrtException if it fails or is ended by the alarm
   */
  float[] run(List<Long> ids, double tempo, Alarm alarm) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] numbers = ids.stream().mapToLong(Long::longValue).toArray();
    float[] scales = {
      (float) config.noiseScale(),
      (float) (config.lengthScale() * tempo),
      (float) config.noiseWidth()
    };
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
      inputs.put("input", longs(environment, numbers, new long[] {1, numbers.length}));
      inputs.put("input_lengths", longs(environment, new long[] {numbers.length}, new long[] {1}));
      inputs.put(
          "scales", OnnxTensor.createTensor(environment, FloatBuffer.wrap(scales), new long[] {3}));
      if (session.getInputNames().contains("sid")) {
        inputs.put("sid", longs(environment, new long[] {0}, new long[] {1}));
      }
      return run(inputs, options, alarm);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private float[] run(Map<String, OnnxTensor> inputs, OrtSession.RunOptions options, Alarm alarm)
      throws OrtException {
    Future<?> ringing = alarm.endAfterLimit(options);
    try (OrtSession.Result result = session.run(inputs, session.getOutputNames(), options)) {
      FloatBuffer samples = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] sound = new float[samples.remaining()];
      samples.get(sound);
      return sound;
    } finally {
      ringing.cancel(false);
    }
  }

  private static OnnxTensor longs(OrtEnvironment environment, long[] values, long[] shape)
      throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  /** Ends a run that takes too long. */
  record Alarm(ScheduledExecutorService clock, Duration limit) {
    Future<?> endAfterLimit(OrtSession.RunOptions options) {
      return clock.schedule(
          () -> {
            options.setTerminate(true);
            return true;
          },
          limit.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("A model does not close.", e);
    }
  }
}
