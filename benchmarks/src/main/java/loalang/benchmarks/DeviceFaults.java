// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Sound devices that lie, die or are not there. */
final class DeviceFaults {
  private DeviceFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault("null_device", Fault.Due.NOT_PLAYED, DeviceFaults::nullDevice),
        new Fault("sound_server_killed", Fault.Due.NOT_PLAYED, s -> server(s, Blow.KILL)),
        new Fault("sound_server_frozen", Fault.Due.NOT_PLAYED, s -> server(s, Blow.FREEZE)),
        new Fault("sound_server_gone_before", Fault.Due.NOT_PLAYED, s -> server(s, Blow.BEFORE)),
        new Fault("folder_of_sound_is_a_file", Fault.Due.NOT_PLAYED, DeviceFaults::noFolder),
        new Fault("disk_full_under_the_sound", Fault.Due.NOT_PLAYED, DeviceFaults::full));
  }

  private enum Blow {
    KILL,
    FREEZE,
    BEFORE
  }

  private static void nullDevice(Stage stage) throws Exception {
    Path settings = stage.pole().folder().resolve("null.conf");
    Files.writeString(settings, "</usr/share/alsa/alsa.conf>\npcm.!default { type null }\n");
    stage.through(Map.of("ALSA_CONFIG_PATH", settings.toString()));
    stage.plays(3);
    stage.ended();
  }

  private static void server(Stage stage, Blow blow) throws Exception {
    try (SoundServer server =
        new SoundServer(stage.pole().folder().resolve("pulse-" + stage.airing()))) {
      stage.through(server.environment());
      if (blow == Blow.BEFORE) {
        server.kill();
      }
      stage.plays(4);
      if (blow != Blow.BEFORE) {
        stage.started();
        stage.pass(800);
        if (blow == Blow.KILL) {
          server.kill();
        } else {
          server.freeze();
        }
      }
      stage.ended();
    }
  }

  private static void noFolder(Stage stage) throws Exception {
    Path sound = stage.pole().sound();
    Path aside = sound.resolveSibling("sound-aside");
    if (Files.exists(sound)) {
      Files.move(sound, aside);
    }
    Files.writeString(sound, "in the way");
    stage.plays(1);
    stage.ended();
    Files.delete(sound);
    if (Files.exists(aside)) {
      Files.move(aside, sound);
    }
  }

  /** Whatever is written to this file meets a full disk. */
  private static void full(Stage stage) throws IOException, InterruptedException {
    Files.createDirectories(stage.pole().sound());
    Files.createSymbolicLink(stage.pole().wav(stage.airing()), Path.of("/dev/full"));
    stage.plays(1);
    stage.ended();
  }
}
