// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PulseAudio with a loudspeaker that is not there, and the ALSA settings that lead to it. */
final class SoundServer implements AutoCloseable {
  private static final long START_SECONDS = 20;

  private final Path directory;
  private final Process process;

  SoundServer(Path directory) throws IOException, InterruptedException {
    this.directory = Files.createDirectories(directory);
    Path script =
        Files.writeString(
            directory.resolve("default.pa"),
            """
            load-module module-native-protocol-unix socket=%s auth-anonymous=1
            load-module module-null-sink sink_name=pole rate=48000 channels=1
            """
                .formatted(socket()));
    ProcessBuilder builder =
        new ProcessBuilder(
            "pulseaudio",
            "-n",
            "-F",
            script.toString(),
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no");
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("XDG_RUNTIME_DIR", directory.toString());
    this.process =
        builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
    awaitSocket();
  }

  private Path socket() {
    return directory.resolve("socket");
  }

  private void awaitSocket() throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.exists(socket())) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > limit) {
        throw new IOException("PulseAudio did not start.");
      }
    }
  }

  /** What a program needs in its environment to play here and to hear what plays. */
  Map<String, String> environment() throws IOException {
    String settings =
        """
        </usr/share/alsa/alsa.conf>
        pcm.!default { type asym playback.pcm "horn" capture.pcm "street" }
        pcm.horn { type pulse server "unix:%1$s" device "pole" }
        pcm.street { type pulse server "unix:%1$s" device "pole.monitor" }
        ctl.!default { type pulse server "unix:%1$s" }
        """
            .formatted(socket());
    Path file = Files.writeString(directory.resolve("asound.conf"), settings);
    return Map.of("ALSA_CONFIG_PATH", file.toString(), "HOME", directory.toString());
  }

  /** Its clients are not told. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** It is there and does nothing any more. */
  void freeze() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    kill();
  }
}
