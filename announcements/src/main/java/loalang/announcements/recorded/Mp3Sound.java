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

  private Mp3Sound() {}

  static Pcm read(byte[] bytes) throws IOException {
    Bitstream stream = new Bitstream(new ByteArrayInputStream(bytes));
    Decoder decoder = new Decoder();
    Mono mono = null;
    try {
      for (Header frame = stream.readFrame(); frame != null; frame = stream.readFrame()) {
        SampleBuffer decoded = (SampleBuffer) decoder.decodeFrame(frame, stream);
        mono = mono == null ? monoFor(decoded) : mono;
        for (int i = 0; i < decoded.getBufferLength(); i++) {
          mono.add(decoded.getBuffer()[i] / FULL_SCALE);
        }
        stream.closeFrame();
      }
    } catch (JavaLayerException e) {
      throw new IOException("its MP3 frames are damaged", e);
    }
    return soundOf(mono);
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
