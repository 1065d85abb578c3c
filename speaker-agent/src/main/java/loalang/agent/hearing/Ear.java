// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import loalang.protocol.AiringId;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one airing: the room before it, the chirp in its first seconds, how loud it is, and
 * whether it howls until a little after. Its samples come in order and without gaps. Not
 * thread-safe.
 */
public final class Ear {
  /** A chime is over by then, whatever the sound card delays. */
  private static final long CHIRP_WITHIN_NANOS = 10_000_000_000L;

  /** What sounds just before the start may be the amplifier's switch, or the start itself. */
  private static final long NEAR_START_NANOS = 60_000_000L;

  private static final int BLOCKS_PER_SECOND = 16; // 1/16 s at 8 kHz is 512 samples, rounded up
  private static final int ROOM_BLOCKS = 64;
  private static final double NANOS = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final double nanosPerSample;
  private final ChirpFinder finder;
  private final HowlWatch howling;
  private final float[] block;
  private final Deque<Block> before = new ArrayDeque<>();
  private final Level programme = new Level();
  private int filled;
  private long samples;
  private long firstNanos = Long.MAX_VALUE;
  private long finderFrom;
  private @Nullable Long startNanos;
  private @Nullable Long endNanos;

  /** A block of the room. */
  private record Block(long endSample, double meanSquare) {}

  /**
   * An ear.
   *
   * @param rateHertz samples a second of the microphone, 8,000 to 48,000
   */
  public Ear(int rateHertz) {
    int size = Integer.highestOneBit(2 * rateHertz / BLOCKS_PER_SECOND - 1);
    this.nanosPerSample = NANOS / rateHertz;
    this.finder = new ChirpFinder(rateHertz);
    this.howling = new HowlWatch(rateHertz, size);
    this.block = new float[size];
  }

  /**
   * Hears the next samples.
   *
   * @param sound from -1 to 1
   * @param count how many of them, 0 or more
   * @param nanos what the monotonic counter showed when the last of them was there
   */
  public void hear(float[] sound, int count, long nanos) {
    long first = nanos - Math.round((samples + count) * nanosPerSample);
    firstNanos = Math.min(firstNanos, first); // samples are late at times, never early
    for (int taken = 0; taken < count; ) {
      int some = Math.min(count - taken, block.length - filled);
      System.arraycopy(sound, taken, block, filled, some);
      filled += some;
      taken += some;
      samples += some;
      if (filled == block.length) {
        heard();
        filled = 0;
      }
    }
  }

  /** The first frame went to the loudspeaker at this reading of the counter. */
  public void started(long nanos) {
    if (startNanos == null) {
      startNanos = nanos;
      finderFrom = samples - filled;
    }
  }

  /** The last frame is over. */
  public void ended(long nanos) {
    endNanos = nanos;
  }

  private void heard() {
    double meanSquare = Level.meanSquare(block);
    Long start = startNanos;
    if (start == null) {
      before.add(new Block(samples, meanSquare));
      if (before.size() > ROOM_BLOCKS) {
        before.remove();
      }
      return;
    }
    if (nanosOf(samples) - start < CHIRP_WITHIN_NANOS) {
      finder.hear(block, block.length);
    }
    if (endNanos == null) {
      programme.add(meanSquare);
    }
    howling.hear(block);
  }

  private long nanosOf(long sample) {
    return firstNanos + Math.round(sample * nanosPerSample);
  }

  /** What was heard; empty if nothing sounded or the microphone gave nothing meanwhile. */
  public Optional<Report.Heard> evidence(AiringId airing) {
    Long start = startNanos;
    if (start == null || !programme.isKnown()) {
      return Optional.empty();
    }
    Level room = new Level();
    before.stream()
        .filter(one -> nanosOf(one.endSample()) <= start - NEAR_START_NANOS)
        .forEach(one -> room.add(one.meanSquare()));
    return Optional.of(
        new Report.Heard(
            airing,
            finder.found().map(found -> match(found, start)).orElse(null),
            programme.wholeDbfs(),
            room.isKnown() ? (Integer) room.wholeDbfs() : null,
            howling.howled()));
  }

  private Report.Heard.Match match(ChirpFinder.Found found, long start) {
    long offset = nanosOf(finderFrom + found.sample()) - start;
    return new Report.Heard.Match(
        (int) Math.round(100 * found.correlation()), (int) Math.round(offset / NANOS_PER_MILLI));
  }
}
