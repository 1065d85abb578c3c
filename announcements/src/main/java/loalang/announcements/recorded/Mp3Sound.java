// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import loalang.announcements.audio.Pcm;
import org.jspecify.annotations.Nullable;

/** MP3 by JLayer. */
final class Mp3Sound {
  private static final float FULL_SCALE = 32_768f;
  private static final int HEADER_BYTES = 4;

  private Mp3Sound() {}

  /**
   * Decodes.
   *
   * @param mustBeWhole refuses a file that ends inside a frame; the decoder fills it with zeros
   */
  static Pcm read(byte[] bytes, boolean mustBeWhole) throws IOException {
    Bitstream stream = new Bitstream(new ByteArrayInputStream(bytes));
    Decoder decoder = new Decoder();
    Mono mono = null;
    int rateHertz = 0;
    long end = tagBytes(bytes);
    try {
      for (Header frame = stream.readFrame(); frame != null; frame = stream.readFrame()) {
        SampleBuffer decoded = (SampleBuffer) decoder.decodeFrame(frame, stream);
        mono = mono == null ? monoFor(decoded) : mono;
        rateHertz = rateHertz == 0 ? decoded.getSampleFrequency() : rateHertz;
        if (rateHertz != decoded.getSampleFrequency()) {
          throw new IOException("it is an MP3 that changes its rate");
        }
        end += frame.framesize + HEADER_BYTES;
        for (int i = 0; i < decoded.getBufferLength(); i++) {
          mono.add(decoded.getBuffer()[i] / FULL_SCALE);
        }
        stream.closeFrame();
      }
    } catch (JavaLayerException e) {
      throw new IOException("its MP3 frames are damaged", e);
    }
    if (mustBeWhole && endsInsideAFrame(bytes, end)) {
      throw new IOException("it is an MP3 that ends inside a frame");
    }
    return soundOf(mono);
  }

  /** The decoder either fills a cut frame or leaves it out, so what is left must be no frame. */
  private static boolean endsInsideAFrame(byte[] file, long end) {
    return end > file.length || (end < file.length && (file[(int) end] & 0xff) == 0xff);
  }

  /** An ID3v2 tag before the first frame: ten bytes and a size of four times seven bits. */
  private static long tagBytes(byte[] file) {
    boolean isTag = file.length > 10 && file[0] == 'I' && file[1] == 'D' && file[2] == '3';
    return isTag ? 10L + (file[6] << 21 | file[7] << 14 | file[8] << 7 | file[9]) : 0;
  }

  private static Mono monoFor(SampleBuffer decoded) {
    return new Mono(decoded.getSampleFrequency(), decoded.getChannelCount());
  }

  private static Pcm soundOf(@Nullable Mono mono) throws IOException {
    if (mono == null) {
      throw new IOException("it has no MP3 frame");
    }
    return mono.sound();
  }
}
