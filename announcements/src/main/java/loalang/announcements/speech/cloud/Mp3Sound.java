// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;
import loalang.announcements.audio.Pcm;

/** MP3 as sound of one channel. The decoder fills a cut frame with zeros; we refuse the file. */
final class Mp3Sound {
  private static final float FULL_SCALE = 32_768f;
  private static final int HEADER_BYTES = 4;

  private float[] samples = new float[1 << 16];
  private int length;
  private int rateHertz;
  private long frameBytes;

  private Mp3Sound() {}

  static Pcm decode(byte[] file) throws IOException {
    Mp3Sound sound = new Mp3Sound();
    Bitstream frames = new Bitstream(new ByteArrayInputStream(file));
    try {
      Decoder decoder = new Decoder();
      for (Header frame = frames.readFrame(); frame != null; frame = frames.readFrame()) {
        sound.add((SampleBuffer) decoder.decodeFrame(frame, frames), frame);
        frames.closeFrame();
      }
      if (sound.length == 0) {
        throw new IOException("an MP3 without a frame");
      }
      if (sound.endsInsideAFrameOf(file)) {
        throw new IOException("an MP3 that ends inside a frame");
      }
      return Pcm.of(Arrays.copyOf(sound.samples, sound.length), sound.rateHertz);
    } catch (BitstreamException | DecoderException | RuntimeException e) { // its tables throw any
      throw new IOException("an MP3 that cannot be decoded", e);
    }
  }

  /** The decoder either fills a cut frame or leaves it out, so what is left must be no frame. */
  private boolean endsInsideAFrameOf(byte[] file) {
    long end = tagBytes(file) + frameBytes;
    return end > file.length || (end < file.length && (file[(int) end] & 0xff) == 0xff);
  }

  /** An ID3v2 tag before the first frame: ten bytes and a size of four times seven bits. */
  private static long tagBytes(byte[] file) {
    boolean isTag = file.length > 10 && file[0] == 'I' && file[1] == 'D' && file[2] == '3';
    return isTag ? 10L + (file[6] << 21 | file[7] << 14 | file[8] << 7 | file[9]) : 0;
  }

  private void add(SampleBuffer decoded, Header frame) throws IOException {
    if (rateHertz != 0 && rateHertz != decoded.getSampleFrequency()) {
      throw new IOException("an MP3 that changes its rate");
    }
    rateHertz = decoded.getSampleFrequency();
    frameBytes += frame.framesize + HEADER_BYTES;
    int channels = decoded.getChannelCount();
    int count = decoded.getBufferLength() / channels;
    if (length + count > samples.length) {
      samples = Arrays.copyOf(samples, samples.length * 2);
    }
    short[] values = decoded.getBuffer();
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += values[i * channels + channel];
      }
      samples[length++] = sum / channels / FULL_SCALE;
    }
  }
}
