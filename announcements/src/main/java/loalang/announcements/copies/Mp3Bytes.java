// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.copies;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import loalang.announcements.audio.Pcm;

/** MP3 by jump3r, LAME in Java. */
final class Mp3Bytes {
  private static final int KILOBITS_PER_SECOND = 64;

  private Mp3Bytes() {}

  static byte[] of(Pcm sound) {
    byte[] samples = WavBytes.int16(sound);
    LameEncoder coder =
        new LameEncoder(
            WavBytes.format(sound.rateHertz()),
            KILOBITS_PER_SECOND,
            LameEncoder.CHANNEL_MODE_MONO,
            LameEncoder.QUALITY_MIDDLE,
            false);
    ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
    byte[] coded = new byte[coder.getMP3BufferSize()];
    int atOnce = coder.getPCMBufferSize();
    for (int at = 0; at < samples.length; at += atOnce) {
      int length = Math.min(atOnce, samples.length - at);
      mp3.write(coded, 0, coder.encodeBuffer(samples, at, length, coded));
    }
    mp3.write(coded, 0, coder.encodeFinish(coded));
    coder.close();
    return mp3.toByteArray();
  }
}
