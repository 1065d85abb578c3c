// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.checkup;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import loalang.controller.checkup.Finding.Check;
import loalang.protocol.Problem;
import org.jspecify.annotations.Nullable;

/** A door: looks at the running office and its machine, and remembers it. On one event loop. */
public final class CheckupDesk {
  /** After so long the machine is looked at anew when somebody wants to know. */
  static final Duration LASTS = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final MachineCheck machine;
  private final Office office;
  private final InstantSource now;
  private Optional<Checkup> last = Optional.empty();
  private @Nullable Future<Checkup> running;

  /**
   * What the running office knows by itself.
   *
   * @param isBrokerUp whether there is a line to the broker
   * @param clockProblem what was seen of the clock
   * @param changed told when something broke or is whole again
   */
  public record Office(
      BooleanSupplier isBrokerUp, Supplier<Optional<Problem>> clockProblem, Runnable changed) {}

  /** A desk that has not looked yet. */
  public CheckupDesk(Vertx vertx, MachineCheck machine, Office office, InstantSource now) {
    this.vertx = vertx;
    this.machine = machine;
    this.office = office;
    this.now = now;
  }

  /** Looks anew; whoever asks meanwhile gets the same answer. */
  public Future<Checkup> look() {
    if (running != null) {
      return running;
    }
    Instant begun = now.instant();
    Future<Checkup> looking =
        vertx
            .executeBlocking(() -> new Checkup(begun, machine.look(begun)), false)
            .onComplete(done -> running = null)
            .onSuccess(this::remember)
            .map(this::withOffice);
    running = looking;
    return looking;
  }

  /** What was found last, with what the office sees now; looks if that is long ago. */
  public Future<Checkup> latest() {
    return isFresh() ? Future.succeededFuture(withOffice(last.orElseThrow())) : look();
  }

  /** What is broken as far as is known now; if the last look is long ago, another one begins. */
  public List<Finding> broken() {
    if (!isFresh()) {
      look();
    }
    return withOffice(last.orElseGet(() -> new Checkup(now.instant(), List.of()))).broken();
  }

  private boolean isFresh() {
    return last.filter(one -> one.at().plus(LASTS).isAfter(now.instant())).isPresent();
  }

  private void remember(Checkup found) {
    boolean isOther = !found.broken().equals(last.map(Checkup::broken).orElse(List.of()));
    last = Optional.of(found);
    if (isOther) {
      office.changed().run();
    }
  }

  private Checkup withOffice(Checkup found) {
    List<Finding> all = new ArrayList<>(found.findings());
    office
        .clockProblem()
        .get()
        .ifPresent(
            stepped -> {
              all.removeIf(one -> one.check() == Check.CLOCK && one.problem().isEmpty());
              all.add(Finding.warning(Check.CLOCK, stepped));
            });
    all.add(CheckRules.broker(office.isBrokerUp().getAsBoolean()));
    all.sort(Comparator.comparing(Finding::check));
    return new Checkup(found.at(), all);
  }
}
