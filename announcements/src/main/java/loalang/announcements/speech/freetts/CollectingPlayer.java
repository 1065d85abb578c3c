// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;
import loalang.announcements.audio.Pcm;

/** Takes the place of a sound card: keeps what FreeTTS would play. Confined to one thread. */
final class CollectingPlayer implements AudioPlayer {
  private final ByteArrayOutputStream littleEndian = new ByteArrayOutputStream();
  private AudioFormat format;

  CollectingPlayer(AudioFormat format) {
    this.format = format;
  }

  /** All that was played. */
  Pcm played() {
    return Pcm.ofInt16LittleEndian(littleEndian.toByteArray(), Math.round(format.getSampleRate()));
  }

  @Override
  public boolean write(byte[] bytes) {
    return write(bytes, 0, bytes.length);
  }

  @Override
  public boolean write(byte[] bytes, int offset, int size) {
    for (int i = offset; i + 1 < offset + size; i += 2) {
      littleEndian.write(bytes[i + 1]); // FreeTTS gives the most significant byte first
      littleEndian.write(bytes[i]);
    }
    return true;
  }

  @Override
  public void setAudioFormat(AudioFormat newFormat) {
    format = newFormat;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return 0;
  }

  @Override
  public void pause() {
    // nothing sounds, so nothing pauses; the same holds for all below
  }

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void begin(int size) {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
