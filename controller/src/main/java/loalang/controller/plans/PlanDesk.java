// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.controller.broker.Outgoing;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.dispatch.Releases;
import loalang.controller.plans.PlanEditor.Edited;
import loalang.controller.plans.PlanStore.KeptPlan;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.topic.Topics;
import loalang.schedules.Cue;
import loalang.schedules.rundown.Window;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the plans of the coming week as the schedule has it, publishes what changed, and settles
 * who plays each airing shortly before it starts. On one event loop.
 */
public final class PlanDesk {
  /** How far ahead there are plans. */
  public static final Duration HORIZON = Duration.ofDays(7);

  /** How long before its start it is settled who plays an airing. */
  static final Duration FREEZE = Duration.ofMinutes(3);

  /** Time for a plan to arrive and to be confirmed before orders are sent besides. */
  static final Duration TIME_TO_CONFIRM = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(PlanDesk.class);
  private static final long DEBOUNCE_MILLIS = 300;
  private static final long TICK_MILLIS = 5_000;
  private static final int TICKS_BETWEEN_CHECKS = 6;

  private final Vertx vertx;
  private final StorageDesk storage;
  private final Colleagues colleagues;
  private final Office office;
  private final PlanEditor editor;
  private final RenderAhead rendering;
  private final Map<LocalDate, Long> sent = new HashMap<>();
  private List<KeptPlan> plans = List.of();
  private List<Problem> problems = List.of();
  private Map<SpeakerId, Set<PagingZone>> plannedFor = Map.of();
  private boolean isWanted;
  private boolean isMaking;
  private boolean isOpen;
  private int ticks;

  /**
   * Whom the desk works with.
   *
   * @param staff roster, log and clock
   * @param dispatcher orders what plans do not reach
   * @param rundown what the schedule says about a stretch of time; blocking
   * @param rendering renders what will be needed
   */
  public record Colleagues(
      Dispatcher.Staff staff,
      Dispatcher dispatcher,
      Function<Window, List<Cue>> rundown,
      RenderAhead rendering) {}

  /**
   * In whose name, and how, plans appear.
   *
   * @param topics of the commune
   * @param zone of the commune's calendar
   * @param authority that signs
   * @param publisher sends to the broker
   */
  public record Office(
      Topics topics,
      ZoneId zone,
      Dispatcher.Authority authority,
      Function<Outgoing, Future<Void>> publisher) {}

  /** A desk that does nothing until it is opened. */
  public PlanDesk(
      Vertx vertx, StorageDesk storage, Colleagues colleagues, Office office, Releases releases) {
    this.vertx = vertx;
    this.storage = storage;
    this.colleagues = colleagues;
    this.office = office;
    this.rendering = colleagues.rendering();
    this.editor =
        new PlanEditor(
            new PlanEditor.Masthead(
                office.topics().commune(),
                office.zone(),
                office.authority().signer(),
                office.authority().patience()),
            releases);
  }

  /** Settles what fell due while no office ran. Before cues fire. */
  public Future<Void> catchUp() {
    return settleDue();
  }

  /** Makes plans from now on. After the schedule is loaded. */
  public Future<Void> open() {
    isOpen = true;
    vertx.setPeriodic(TICK_MILLIS, timer -> tick());
    return make();
  }

  /** Something changed that plans may depend on; they are looked through in a moment. */
  public void changed() {
    if (isOpen && !isWanted) {
      isWanted = true;
      vertx.setTimer(DEBOUNCE_MILLIS, timer -> makeIfWanted());
    }
  }

  private void publishUnsent() {
    plans.stream()
        .filter(plan -> sent.getOrDefault(plan.date(), 0L) < plan.edition())
        .forEach(this::publish);
  }

  /** The link is up: every plan is sent again, because the broker may be another than before. */
  public void publishAgain() {
    sent.clear();
    publishUnsent();
  }

  /** What did not find room, at the last look. */
  public List<Problem> problems() {
    return problems;
  }

  /** What a report says about plans; in the report's own transaction. */
  public static void take(Handle handle, NumberedReport told, Instant now) {
    HeldStore.take(handle, told, now);
  }

  private void makeIfWanted() {
    if (isMaking) {
      vertx.setTimer(DEBOUNCE_MILLIS, timer -> makeIfWanted());
    } else {
      make();
    }
  }

  private Future<Void> make() {
    isWanted = false;
    isMaking = true;
    Instant now = colleagues.staff().now().instant();
    List<Speaker> speakers = colleagues.staff().roster().all();
    plannedFor = zonesOf(speakers);
    return storage
        .run(() -> colleagues.rundown().apply(Window.of(now, HORIZON)))
        .compose(
            cues ->
                storage.write(
                    handle -> editor.edit(handle, new PlanEditor.Outside(cues, speakers, now))))
        .onSuccess(this::carryOut)
        .onFailure(e -> LOG.error("plans not made: {}", e.getMessage()))
        .onComplete(done -> isMaking = false)
        .mapEmpty();
  }

  private void carryOut(Edited edited) {
    plans = edited.plans();
    problems = edited.problems();
    problems.forEach(problem -> LOG.warn("{}", problem));
    publishUnsent();
    edited.deadlines().forEach(colleagues.staff().log()::watch);
    edited.deadlines().keySet().forEach(colleagues.staff().log()::changed);
    edited.recalled().forEach(colleagues.dispatcher()::recall);
    rendering.want(edited.unrendered(), this::changed);
  }

  private void publish(KeptPlan plan) {
    Duration life =
        Duration.between(colleagues.staff().now().instant(), plan.issued().warrant().expires());
    if (life.isNegative() || life.isZero()) {
      return;
    }
    office
        .publisher()
        .apply(Outgoing.kept(office.topics().plan(plan.date()), plan.envelope(), life))
        .onSuccess(taken -> sent.merge(plan.date(), plan.edition(), Math::max))
        .onFailure(e -> LOG.warn("plan={} waits: {}", plan.date(), e.getMessage()));
  }

  private void tick() {
    ticks++;
    settleDue();
    boolean joined = !plannedFor.equals(zonesOf(colleagues.staff().roster().all()));
    if (joined || ticks % TICKS_BETWEEN_CHECKS == 0) {
      changed();
    }
  }

  private Future<Void> settleDue() {
    Instant now = colleagues.staff().now().instant();
    return storage
        .read(
            handle -> {
              Set<AiringId> due =
                  PlanStore.unsettled(handle, now.plus(FREEZE), now.minus(TIME_TO_CONFIRM)).stream()
                      .collect(Collectors.toCollection(LinkedHashSet::new));
              due.addAll(PlanStore.unsettled(handle, now, now));
              return due;
            })
        .compose(
            due ->
                Future.join(due.stream().map(colleagues.dispatcher()::freeze).toList())
                    .<Void>mapEmpty())
        .onFailure(e -> LOG.error("airings not settled: {}", e.getMessage()));
  }

  private static Map<SpeakerId, Set<PagingZone>> zonesOf(List<Speaker> speakers) {
    return speakers.stream().collect(Collectors.toMap(Speaker::id, Speaker::zones));
  }
}
