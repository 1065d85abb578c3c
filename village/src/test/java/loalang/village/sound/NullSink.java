// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.sound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PulseAudio server of its own with one sink that goes nowhere, and a recorder on its monitor: a
 * loudspeaker without a sound card. It runs in real time.
 */
public final class NullSink implements AutoCloseable {
  /** What the sink is called. */
  public static final String NAME = "loa";

  private static final String HEARD = "heard.raw";
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final Path folder;
  private final Process server;
  private final Process recorder;

  private NullSink(Path folder, Process server, Process recorder) {
    this.folder = folder;
    this.server = server;
    this.recorder = recorder;
  }

  /** Starts server and recorder; returns when the recorder is attached. */
  public static NullSink start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path script = folder.resolve("pulse.pa");
    Files.writeString(
        script,
        """
        load-module module-native-protocol-unix socket=%s auth-anonymous=1
        load-module module-null-sink sink_name=%s rate=48000 channels=1 format=s16le
        """
            .formatted(folder.resolve("native"), NAME));
    Process server =
        command(
                folder,
                "pulseaudio",
                "-n",
                "-F",
                script.toString(),
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "--disable-shm=yes")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pulse.log").toFile())
            .start();
    awaitSink(folder, server);
    Process recorder =
        command(
                folder,
                "parec",
                "--device=" + NAME + ".monitor",
                "--raw",
                "--rate=48000",
                "--channels=1",
                "--format=s16le",
                "--latency-msec=10")
            .redirectError(folder.resolve("parec.log").toFile())
            .redirectOutput(folder.resolve(HEARD).toFile())
            .start();
    awaitRecorder(folder);
    return new NullSink(folder, server, recorder);
  }

  /** The address of the server. */
  public String server() {
    return "unix:" + folder.resolve("native");
  }

  /** Ends the recording and gives what the sink's monitor heard. */
  public Sound heard() throws IOException, InterruptedException {
    recorder.destroy();
    recorder.waitFor(10, TimeUnit.SECONDS);
    return Sound.ofRaw(Files.readAllBytes(folder.resolve(HEARD)));
  }

  @Override
  public void close() {
    recorder.destroyForcibly();
    server.destroy();
  }

  private static void awaitSink(Path folder, Process server)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    while (!asks(folder, "sinks", NAME)) {
      if (!server.isAlive() || System.nanoTime() > giveUp) {
        throw new IOException(Files.readString(folder.resolve("pulse.log")));
      }
    }
  }

  private static void awaitRecorder(Path folder) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    while (!asks(folder, "source-outputs", "protocol-native")) {
      if (System.nanoTime() > giveUp) {
        throw new IOException(Files.readString(folder.resolve("parec.log")));
      }
    }
  }

  private static boolean asks(Path folder, String what, String name)
      throws IOException, InterruptedException {
    Process pactl = command(folder, "pactl", "list", "short", what).start();
    String answer = new String(pactl.getInputStream().readAllBytes(), UTF_8);
    pactl.waitFor();
    return answer.contains(name);
  }

  private static ProcessBuilder command(Path folder, String... words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", folder.toString(),
                "XDG_RUNTIME_DIR", folder.toString(),
                "PULSE_SERVER", "unix:" + folder.resolve("native")));
    return builder;
  }
}
