// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.time.Instant;
import loalang.announcements.audio.Chime;
import loalang.announcements.audio.Pcm;
import loalang.announcements.encode.OpusComments;
import loalang.announcements.encode.OpusEncoder;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.order.Order;

/**
 * A recording of a tone.
 *
 * @param ref as orders name it
 */
record BenchSound(RecordingRef ref) {
  private static final int RATE_HERTZ = 16_000;
  private static final Duration LATE = Duration.ofMinutes(5);

  /** Makes one that this office sends to whoever wants it. */
  static BenchSound in(BenchOffice office, double hertz, Duration length) {
    return kept(office, bytes(hertz, length), length);
  }

  /** Makes one that begins with the chime of every station that chose no other. */
  static BenchSound chiming(BenchOffice office, Duration length) {
    float[] chime = Chime.RISING.sound(RATE_HERTZ).samples();
    float[] samples = tone(500, length);
    System.arraycopy(chime, 0, samples, 0, chime.length);
    return kept(office, encoded(samples), length);
  }

  private static BenchSound kept(BenchOffice office, byte[] bytes, Duration length) {
    Digest digest = Digest.of(bytes);
    office.keep(digest, bytes);
    return new BenchSound(new RecordingRef(digest, bytes.length, length));
  }

  static byte[] bytes(double hertz, Duration length) {
    return encoded(tone(hertz, length));
  }

  private static float[] tone(double hertz, Duration length) {
    float[] samples = new float[(int) (length.toMillis() * RATE_HERTZ / 1_000)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / RATE_HERTZ));
    }
    return samples;
  }

  private static byte[] encoded(float[] samples) {
    OpusComments comments =
        new OpusComments("bench", "vi", new OpusComments.Source.Synthetic("tone", "sine", false));
    return new OpusEncoder(16_000).encode(Pcm.of(samples, RATE_HERTZ), comments);
  }

  /** To be played at once. */
  Order.Play now(String name, Priority priority) {
    return at(name, Instant.now(), priority);
  }

  /** To be played at an instant. */
  Order.Play at(String name, Instant start, Priority priority) {
    return new Order.Play(new AiringId(name), ref, start, start.plus(LATE), priority);
  }

  long frames() {
    return ref.duration().toMillis() * 48;
  }
}
