// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import loalang.announcements.audio.Pcm;
import net.sourceforge.jaad.aac.Decoder;
import net.sourceforge.jaad.adts.ADTSDemultiplexer;
import net.sourceforge.jaad.mp4.MP4Container;
import net.sourceforge.jaad.mp4.api.AudioTrack;
import net.sourceforge.jaad.mp4.api.Track;
import org.jspecify.annotations.Nullable;

/** AAC by JAAD: what telephones record. */
final class AacSound {
  private static final float FULL_SCALE = 32_768f;

  private AacSound() {}

  static Pcm fromMp4(byte[] bytes) throws IOException {
    MP4Container container = new MP4Container(new Mp4Bytes(bytes));
    List<Track> tracks = container.getMovie().getTracks(AudioTrack.AudioCodec.AAC);
    if (tracks.isEmpty()) {
      throw new IOException("it has no AAC track");
    }
    Track track = tracks.get(0);
    Decoder decoder = Decoder.create(track.getDecoderSpecificInfo().getData());
    Mixing mixing = new Mixing();
    while (track.hasMoreFrames()) {
      decoder.decodeFrame(track.readNextFrame().getData(), mixing::accept);
    }
    return mixing.sound();
  }

  static Pcm fromAdts(byte[] bytes) throws IOException {
    ADTSDemultiplexer frames = new ADTSDemultiplexer(new ByteArrayInputStream(bytes));
    Decoder decoder = Decoder.create(frames.getDecoderInfo());
    Mixing mixing = new Mixing();
    try {
      for (byte[] frame = frames.readNextFrame(); frame != null; frame = frames.readNextFrame()) {
        decoder.decodeFrame(frame, mixing::accept);
      }
    } catch (EOFException e) {
      return mixing.sound(); // how this library says that the file ends
    }
    return mixing.sound();
  }

  /** Decoded frames, as one list of samples for each channel. */
  private static final class Mixing {
    private @Nullable Mono mono;

    void accept(List<float[]> channels, int length, int rateHertz) {
      Mono into = mono == null ? new Mono(rateHertz, channels.size()) : mono;
      mono = into;
      for (int i = 0; i < length; i++) {
        for (float[] channel : channels) {
          into.add(channel[i] / FULL_SCALE);
        }
      }
    }

    Pcm sound() throws IOException {
      if (mono == null) {
        throw new IOException("it has no AAC frame");
      }
      return mono.sound();
    }
  }
}
