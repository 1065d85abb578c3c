// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Our counter, held to the office's clock: the sample with the smallest bound now is believed, the
 * rate is learned from two samples far apart. Immutable.
 */
public final class Discipline {
  static final int MOST_SAMPLES = 8;

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
    Sample best = best(nanos);
    long since = nanos - best.nanos();
    return best.office().plusNanos(since + Math.round(since * rate.excess()));
  }

  /** How wrong that is at most: it grows until the next sample. */
  public Duration bound(long nanos) {
    return Duration.ofNanos(boundNanos(best(nanos), nanos));
  }

  private Sample best(long nanos) {
    Sample best = samples.get(0);
    long least = boundNanos(best, nanos);
    for (int i = 1; i < samples.size(); i++) { // asked at every event of a pole
      long bound = boundNanos(samples.get(i), nanos);
      if (bound < least) {
        best = samples.get(i);
        least = bound;
      }
    }
    return best;
  }

  private long boundNanos(Sample sample, long nanos) {
    double age = Math.abs((double) nanos - sample.nanos());
    return sample.error().toNanos() + (long) Math.ceil(age * rate.uncertainty());
  }

  private static double nanosBetween(Instant from, Instant to) {
    return Duration.between(from, to).toNanos();
  }
}
