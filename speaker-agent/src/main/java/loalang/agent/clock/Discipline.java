// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Our counter, held to the office's clock. Each sample says that the office's time lies in an
 * interval; the truth lies in all of them, so the middle of what they have in common is believed
 * (Marzullo 1984): the fastest way there bounds it on one side, the fastest way back on the other,
 * and they need not be of the same question. The rate is learned from two samples far apart.
 * Immutable.
 */
public final class Discipline {
  static final int MOST_SAMPLES = 16;

  /** A quartz that was never measured: what cheap boards need at most. */
  private static final double UNMEASURED = 100e-6;

  /** How far a measured one may wander with the heat of the day. */
  private static final double WANDER = 20e-6;

  private static final double WORST_RATE = 500e-6;
  private static final long RATE_SPAN_NANOS = Duration.ofMinutes(10).toNanos();
  private static final long REFERENCE_NANOS = Duration.ofHours(4).toNanos();

  private final List<Sample> samples;
  private final Sample reference;
  private final Rate rate;
  private final Sample believed;

  /**
   * How fast the office's clock goes by ours.
   *
   * @param excess over one
   * @param uncertainty how wrong that is at most
   */
  private record Rate(double excess, double uncertainty) {
    static final Rate UNKNOWN = new Rate(0, UNMEASURED);
  }

  private Discipline(List<Sample> samples, Sample reference, Rate rate) {
    this.samples = List.copyOf(samples);
    this.reference = reference;
    this.rate = rate;
    this.believed = common(samples, rate);
  }

  /** What one sample tells. */
  public static Discipline of(Sample first) {
    return new Discipline(List.of(first), first, Rate.UNKNOWN);
  }

  /** What is known with one more. If it cannot be true with the others, the office was set. */
  public Discipline with(Sample sample) {
    Duration apart = Duration.between(instant(sample.nanos()), sample.office()).abs();
    if (apart.compareTo(bound(sample.nanos()).plus(sample.error())) > 0) {
      return of(sample);
    }
    List<Sample> more = new ArrayList<>(samples);
    more.add(sample);
    if (more.size() > MOST_SAMPLES) {
      more.remove(0);
    }
    return new Discipline(more, reference, rate).measured(sample);
  }

  private Discipline measured(Sample newest) {
    long span = newest.nanos() - reference.nanos();
    if (span < RATE_SPAN_NANOS) {
      boolean better = newest.error().compareTo(reference.error()) < 0;
      return new Discipline(samples, better ? newest : reference, rate);
    }
    double office = nanosBetween(reference.office(), newest.office());
    double excess = office / span - 1;
    double uncertainty =
        ((double) newest.error().toNanos() + reference.error().toNanos()) / span + WANDER;
    boolean useful = uncertainty < UNMEASURED && Math.abs(excess) <= WORST_RATE;
    Rate learned = useful ? new Rate(excess, uncertainty) : rate;
    Sample since = span > REFERENCE_NANOS ? samples.get(0) : reference;
    return new Discipline(samples, since, learned);
  }

  /** The office's time at this reading of our counter. */
  public Instant instant(long nanos) {
    return at(nanos, believed, rate);
  }

  /**
   * How much faster the office's clock goes than our counter, as a share; 0 until it is learned.
   */
  double excess() {
    return rate.excess();
  }

  /** How wrong that is at most: it grows until the next sample. */
  public Duration bound(long nanos) {
    return Duration.ofNanos(Math.round(Math.ceil(error(nanos, believed, rate))));
  }

  /**
   * What samples have in common at the newest; older ones that contradict newer ones are left out.
   */
  private static Sample common(List<Sample> samples, Rate rate) {
    Sample newest = samples.get(samples.size() - 1);
    double from = -newest.error().toNanos();
    double to = newest.error().toNanos();
    for (int i = samples.size() - 2; i >= 0; i--) {
      Sample one = samples.get(i);
      double middle = nanosBetween(newest.office(), at(newest.nanos(), one, rate));
      double error = error(newest.nanos(), one, rate);
      if (middle - error > to || middle + error < from) {
        break;
      }
      from = Math.max(from, middle - error);
      to = Math.min(to, middle + error);
    }
    Instant office = newest.office().plusNanos(Math.round((from + to) / 2));
    long half = Math.round(Math.ceil((to - from) / 2));
    return new Sample(newest.nanos(), office, Duration.ofNanos(half));
  }

  private static Instant at(long nanos, Sample sample, Rate rate) {
    long since = nanos - sample.nanos();
    return sample.office().plusNanos(since + Math.round(since * rate.excess()));
  }

  private static double error(long nanos, Sample sample, Rate rate) {
    return sample.error().toNanos()
        + Math.abs((double) nanos - sample.nanos()) * rate.uncertainty();
  }

  private static double nanosBetween(Instant from, Instant to) {
    return Duration.between(from, to).toNanos();
  }
}
