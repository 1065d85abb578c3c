// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.agent.kit.Tone;

/** What a recording decodes to, for tests outside this room. */
public final class Decoding {
  private Decoding() {}

  public static byte[] of(Tone tone, Path directory) throws IOException {
    Path file = Files.write(directory.resolve("decoded.opus"), tone.bytes());
    return OpusRecordingTest.decoded(file, 1);
  }
}
