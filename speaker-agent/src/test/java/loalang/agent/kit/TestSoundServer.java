// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PulseAudio with a loudspeaker that is not there, and the ALSA settings that lead to it. */
public final class TestSoundServer implements AutoCloseable {
  private static final long START_SECONDS = 20;

  private final Path directory;
  private final Process process;

  public TestSoundServer(Path directory) throws IOException {
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

  private void awaitSocket() throws IOException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    try {
      while (!Files.exists(socket())) {
        if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > limit) {
          throw new IOException("PulseAudio did not start: " + log());
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("log"));
  }

  /** What a process needs in its environment to play here and to hear what plays. */
  public Map<String, String> environment() throws IOException {
    return environmentHearing(this);
  }

  /** What a process needs to play here and to hear what plays there. */
  public Map<String, String> environmentHearing(TestSoundServer street) throws IOException {
    String settings =
        """
        </usr/share/alsa/alsa.conf>
        pcm.!default { type asym playback.pcm "horn" capture.pcm "street" }
        pcm.horn { type pulse server "unix:%1$s" device "pole" }
        pcm.street { type pulse server "unix:%2$s" device "pole.monitor" }
        ctl.!default { type pulse server "unix:%1$s" }
        """
            .formatted(socket(), street.socket());
    Path file = Files.writeString(directory.resolve("asound.conf"), settings);
    return Map.of("ALSA_CONFIG_PATH", file.toString(), "HOME", directory.toString());
  }

  /** SIGKILL: its clients are not told. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
