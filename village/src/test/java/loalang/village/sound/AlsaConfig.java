// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** ALSA configurations for one process, named to it by {@code ALSA_CONFIG_PATH}. */
public final class AlsaConfig {
  private AlsaConfig() {}

  /** A device that writes every frame into a raw file, as fast as it is given them. */
  public static Path intoFile(Path folder, Path captured) throws IOException {
    return write(
        folder,
        """
        pcm.!default { type plug slave { pcm "rec" } }
        pcm.rec { type file slave.pcm { type null } file "%s" format "raw" }
        ctl.!default { type null }
        """
            .formatted(captured));
  }

  /** A device that plays into a sound server's sink, in real time, and hears what sounds there. */
  public static Path intoSink(Path folder, NullSink sink) throws IOException {
    return write(
        folder,
        """
        pcm.!default { type asym playback.pcm "horn" capture.pcm "street" }
        pcm.horn { type pulse server "%1$s" device "%2$s" }
        pcm.street { type pulse server "%1$s" device "%2$s.monitor" }
        ctl.!default { type pulse server "%1$s" }
        """
            .formatted(sink.server(), NullSink.NAME));
  }

  private static Path write(Path folder, String text) throws IOException {
    Path file = folder.resolve("asound.conf");
    Files.writeString(file, "</usr/share/alsa/alsa.conf>\n" + text);
    return file;
  }
}
