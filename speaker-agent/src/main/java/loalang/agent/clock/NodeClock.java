// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a pole. As soon as the office has answered, its time is the office's, counted on by
 * a counter that nobody sets; until then the system's, if that can be true. Any thread.
 */
public final class NodeClock implements InstantSource {
  /** Before this the program did not exist: a clock that says so was never set. */
  private static final Instant PROGRAM_MADE = Instant.parse("2026-01-01T00:00:00Z");

  private final InstantSource system;
  private final LongSupplier counter;
  private final boolean systemCounts;
  private final AtomicReference<@Nullable Discipline> discipline = new AtomicReference<>();

  /**
   * A clock nobody has told the time yet.
   *
   * @param system the machine's clock
   * @param counter nanoseconds from anywhere, never set
   * @param systemCounts false for a box without a clock chip: only the office's word counts
   */
  public NodeClock(InstantSource system, LongSupplier counter, boolean systemCounts) {
    this.system = system;
    this.counter = counter;
    this.systemCounts = systemCounts;
  }

  @Override
  public Instant instant() {
    return instantAt(counter.getAsLong());
  }

  private Instant instantAt(long nanos) {
    Discipline known = discipline.get();
    return known == null ? system.instant() : known.instant(nanos);
  }

  /** True if it can be known what is due. */
  public boolean isKnown() {
    return isDisciplined() || (systemCounts && !system.instant().isBefore(PROGRAM_MADE));
  }

  /** True if the office has told the time. */
  public boolean isDisciplined() {
    return discipline.get() != null;
  }

  /** How wrong it is at most; empty if nobody knows. */
  public Optional<Duration> bound() {
    return Optional.ofNullable(discipline.get()).map(known -> known.bound(counter.getAsLong()));
  }

  /** By how much the office's clock goes faster than our counter, as a share of one; 0 unknown. */
  public double excess() {
    Discipline known = discipline.get();
    return known == null ? 0 : known.excess();
  }

  /** What the office said. */
  public void learn(Sample sample) {
    discipline.updateAndGet(known -> known == null ? Discipline.of(sample) : known.with(sample));
  }

  /** The counter. */
  public long nanos() {
    return counter.getAsLong();
  }

  /** What the counter will show at this instant. */
  public long nanosAt(Instant instant) {
    long nanos = counter.getAsLong();
    Duration left = Duration.between(instantAt(nanos), instant);
    return nanos + left.toNanos();
  }
}
