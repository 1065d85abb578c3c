// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Our counter, held to the office's clock. Each sample says that the office's time lies in an
 * interval, which widens with age; the truth lies in all of them (Marzullo 1984): the fastest way
 * there bounds it on one side, the fastest way back on the other, and they need not be of the same
 * question. Believed is the middle of what they have in common if the quartz is as good as most
 * are; how wrong that may be is told for the worst quartz. The rate is learned from two samples far
 * apart. Immutable.
 */
public final class Discipline {
  static final int MOST_SAMPLES = 24;

  /** A quartz that was never measured: what cheap boards need at most. */
  private static final double UNMEASURED = 100e-6;

  /** How far a measured one may wander with the heat of the day. */
  private static final double WANDER = 20e-6;

  /** What a quartz is mostly off by: for choosing among what may be true, never for the bound. */
  private static final double LIKELY = 10e-6;

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
    this.believed = believed(samples, rate);
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

  /** What is believed at the newest sample, and how wrong that is at most. */
  private static Sample believed(List<Sample> samples, Rate rate) {
    Sample newest = samples.get(samples.size() - 1);
    Span likely = common(samples, rate.excess(), Math.min(LIKELY, rate.uncertainty()));
    Span possible = common(samples, rate.excess(), rate.uncertainty());
    double wished = (likely.from() + likely.to()) / 2;
    double middle = Math.max(possible.from(), Math.min(possible.to(), wished));
    double most = Math.max(middle - possible.from(), possible.to() - middle);
    return new Sample(
        newest.nanos(),
        newest.office().plusNanos(Math.round(middle)),
        Duration.ofNanos(Math.round(Math.ceil(most))));
  }

  /** Where the office's time lies, in nanoseconds from what the newest sample says. */
  private record Span(double from, double to) {}

  /** What samples have in common; older ones that contradict newer ones are left out. */
  private static Span common(List<Sample> samples, double excess, double uncertainty) {
    Sample newest = samples.get(samples.size() - 1);
    double from = -newest.error().toNanos();
    double to = newest.error().toNanos();
    for (int i = samples.size() - 2; i >= 0; i--) {
      Sample one = samples.get(i);
      double age = (double) newest.nanos() - one.nanos();
      double middle = nanosBetween(newest.office(), one.office()) + age + age * excess;
      double error = one.error().toNanos() + Math.abs(age) * uncertainty;
      if (middle - error > to || middle + error < from) {
        break;
      }
      from = Math.max(from, middle - error);
      to = Math.min(to, middle + error);
    }
    return new Span(from, to);
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
