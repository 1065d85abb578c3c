// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import loalang.controller.accounts.Accounts;
import loalang.controller.api.Rooms;
import loalang.controller.audit.Author;
import loalang.controller.broker.BrokerAccounts;
import loalang.controller.broker.BrokerLink;
import loalang.controller.broker.GateAccounts;
import loalang.controller.broker.MosquittoAccounts;
import loalang.controller.broker.Outgoing;
import loalang.controller.checkup.CheckupDesk;
import loalang.controller.clock.ClockDesk;
import loalang.controller.clock.ClockWatch;
import loalang.controller.clockwork.Timetable;
import loalang.controller.dispatch.CommandOutbox;
import loalang.controller.dispatch.CueReleases;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.controller.dispatch.Settlement;
import loalang.controller.dispatch.SilenceDesk;
import loalang.controller.dispatch.VolumeDesk;
import loalang.controller.distribution.AudioDistribution;
import loalang.controller.distribution.StudioSound;
import loalang.controller.keys.KeyDesk;
import loalang.controller.keys.KeyFiles;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.ledger.ReportIntake;
import loalang.controller.live.Change;
import loalang.controller.live.LiveFeed;
import loalang.controller.plans.KnownPlans;
import loalang.controller.plans.PlanDesk;
import loalang.controller.plans.ReadinessDesk;
import loalang.controller.plans.RenderAhead;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Office;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.Studio;
import loalang.protocol.Problem;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.topic.Topics;
import loalang.schedules.ClockworkSettings;
import loalang.schedules.ScheduleBook;

/** Every room with those it talks to, made by hand. On the controller's event loop. */
final class Wiring {
  private static final Duration HORIZON = Duration.ofDays(7);

  final Accounts accounts;
  final Rooms rooms;
  final BrokerLink link;

  private final Context context;
  private final Foundation foundation;
  private final CommandOutbox outbox;
  private final ReportIntake intake;
  private final AudioDistribution distribution;
  private final KeyDesk keys;
  private final ClockDesk clock;
  private final Rooms.Delivery delivery;
  private final InstantSource now;
  private ClockWatch watch;

  Wiring(Context context, ControllerConfig config, OfficeTools tools, Foundation foundation) {
    this.context = context;
    this.foundation = foundation;
    Vertx vertx = context.owner();
    now = tools.now();
    watch = ClockWatch.from(now.instant(), System.nanoTime());
    Topics topics = new Topics(config.commune());
    StorageDesk storage = new StorageDesk(vertx, foundation.database());
    link = new BrokerLink(context, foundation.link(config), now);
    Function<Outgoing, Future<Void>> publisher = link::publish;
    LiveFeed feed = new LiveFeed();
    AsRunLog log = new AsRunLog(vertx, storage, feed, now);
    Roster roster = new Roster(storage, topics, feed, now, keptStates(config));
    keys = keyDesk(storage, topics, roster, feed);
    EnrolmentDesk enrolment =
        new EnrolmentDesk(office(config, tools), storage, foundation.claims(), roster);
    Makers makers = new Makers(context, storage, tools);
    Rooms.Desks desks = makers.desks(foundation.directory(), feed);
    distribution =
        new AudioDistribution(
            vertx,
            new StudioSound(desks.studio()),
            AudioDistribution.Road.usual(topics, publisher, config.reach().rates()),
            now);
    outbox = new CommandOutbox(storage, topics, publisher, now);
    intake =
        new ReportIntake(
            storage, roster, new ReportIntake.Voice(topics, keys::signer, publisher), now);
    clock = new ClockDesk(roster, new ClockDesk.Voice(topics, keys::signer, publisher), now);
    Dispatcher.Staff staff = new Dispatcher.Staff(roster, log, outbox, now);
    Dispatcher dispatcher = dispatcher(storage, staff, config);
    ScheduleBook book = book(config);
    Timetable timetable = new Timetable(book, storage, log, now);
    delivery =
        delivery(config, staff, new Sources(storage, dispatcher, book, desks.studio(), feed));
    accounts = new Accounts(storage, foundation.proofs(tools.passwords()), now);
    Rooms.People people = makers.people(accounts, config, feed, seen(feed));
    rooms = new Rooms(desks, people, timetable, dispatcher, log, roster, enrolment, delivery, feed);
    connect(topics);
  }

  private CheckupDesk.Office seen(LiveFeed feed) {
    Runnable changed = () -> feed.tell(new Change.OfDelivery());
    return new CheckupDesk.Office(link::isUp, this::clockProblem, changed);
  }

  private ScheduleBook book(ControllerConfig config) {
    ClockworkSettings settings = new ClockworkSettings(config.quietHours(), now, HORIZON);
    return ScheduleBook.open(settings, foundation.clockwork());
  }

  private Dispatcher dispatcher(
      StorageDesk storage, Dispatcher.Staff staff, ControllerConfig config) {
    Dispatcher.Counsel counsel = new Dispatcher.Counsel(new KnownPlans(), CueReleases::of);
    return new Dispatcher(storage, staff, authority(config), counsel);
  }

  /** What plans are made of. */
  private record Sources(
      StorageDesk storage,
      Dispatcher dispatcher,
      ScheduleBook book,
      Studio studio,
      LiveFeed feed) {}

  private Rooms.Delivery delivery(
      ControllerConfig config, Dispatcher.Staff staff, Sources sources) {
    StorageDesk storage = sources.storage();
    PlanDesk.Colleagues colleagues =
        new PlanDesk.Colleagues(
            staff,
            sources.dispatcher(),
            window -> sources.book().rundown(window).cues(),
            new RenderAhead(notice -> sources.studio().render(notice, Author.OFFICE), now));
    PlanDesk.Office office =
        new PlanDesk.Office(
            new Topics(config.commune()),
            config.quietHours().zone(),
            authority(config),
            link::publish);
    return new Rooms.Delivery(
        new PlanDesk(context.owner(), storage, colleagues, office, CueReleases::of),
        new ReadinessDesk(storage, staff.roster(), sources.feed(), now),
        new SilenceDesk(storage, staff, authority(config)),
        new VolumeDesk(storage, staff, authority(config)),
        new SelfTestDesk(storage, staff, authority(config)),
        keys);
  }

  private KeyDesk keyDesk(StorageDesk storage, Topics topics, Roster roster, LiveFeed feed) {
    return new KeyDesk(
        storage,
        new KeyFiles(foundation.directory().key()),
        foundation.key(),
        new KeyDesk.Office(
            topics,
            () -> roster.all().stream().map(Speaker::id).toList(),
            link::publish,
            () -> feed.tell(new Change.OfDelivery()),
            now));
  }

  private Dispatcher.Authority authority(ControllerConfig config) {
    return new Dispatcher.Authority(config.commune(), keys::signer, config.patience());
  }

  private static Roster.KeptStates keptStates(ControllerConfig config) {
    return config.externalBroker().isPresent()
        ? Roster.KeptStates.BELIEVED
        : Roster.KeptStates.OLD_NEWS;
  }

  private BrokerAccounts accounts(Topics topics, InstantSource now) {
    return foundation
        .broker()
        .<BrokerAccounts>map(broker -> new GateAccounts(context.owner(), broker))
        .orElseGet(() -> new MosquittoAccounts(topics, link::publish, now));
  }

  private Office office(ControllerConfig config, OfficeTools tools) {
    Topics topics = new Topics(config.commune());
    return new Office(
        topics,
        new Office.Keys(keys::signer, keys::trusted),
        foundation.gate(),
        accounts(topics, tools.now()),
        foundation.address(config),
        link::publish,
        tools.now());
  }

  /** What was known before the start. */
  Future<Void> load() {
    return rooms
        .roster()
        .load(foundation.gate())
        .compose(loaded -> rooms.desks().dictionary().load())
        .compose(loaded -> rooms.desks().sound().station().load())
        .compose(loaded -> rooms.enrolment().load())
        .compose(loaded -> rooms.log().load())
        .compose(loaded -> keys.load())
        .compose(loaded -> delivery.silence().load())
        .compose(loaded -> delivery.volumes().load());
  }

  /** Lets cues fire and plans be made. */
  Future<Void> startClockwork() {
    return delivery
        .plans()
        .catchUp()
        .compose(
            settled ->
                rooms
                    .timetable()
                    .start(context, foundation.directory().programmes(), rooms.dispatcher()))
        .compose(started -> delivery.plans().open());
  }

  /** What is wrong with the machine's clock, as far as the office has seen. */
  Optional<Problem> clockProblem() {
    return watch.problem();
  }

  /** Sends orders again to speakers that are online and silent. */
  void sendAgain() {
    outbox.sendAgainToTheSilent(rooms.roster());
    keys.tick();
    delivery.readiness().warn();
    rooms.timetable().lengths().look().onSuccess(this::lengthsLearned);
    watch = watch.look(now.instant(), System.nanoTime());
  }

  private void lengthsLearned(boolean learned) {
    if (learned) {
      rooms.feed().tell(new Change.OfDelivery());
      delivery.plans().changed();
    }
  }

  private void noticed(Change change) {
    if (change instanceof Change.OfNotice) {
      rooms.timetable().lengths().changed();
    }
  }

  private void connect(Topics topics) {
    rooms.feed().listen(this::noticed);
    intake.inSameTransaction(
        (handle, told, at) -> {
          CommandOutbox.settle(handle, told, at);
          PlanDesk.take(handle, told, at);
          VolumeDesk.take(handle, told, at);
          SelfTestDesk.take(handle, told, at);
          KeyDesk.take(handle, told, at);
        });
    intake.onStored(this::stored);
    keys.onTurned(delivery.plans()::changed);
    rooms.roster().onOnline(this::welcome);
    link.on(topics.everyState(), rooms.roster()::onState)
        .on(topics.everyReport(), intake::onReport)
        .on(topics.everyWant(), distribution::onWant)
        .on(topics.everyClock(), clock::onQuestion)
        .on(topics.enrol(), rooms.enrolment()::onRequest)
        .onUp(this::linkIsUp);
  }

  private void linkIsUp() {
    rooms.roster().all().forEach(intake::acknowledge);
    keys.publish();
    delivery.plans().publishAgain(); // a broker that was killed may have lost what it had
  }

  private void stored(NumberedReport report) {
    rooms.log().changed(report);
    keys.onStored(report);
    delivery.readiness().onStored(report);
    delivery.volumes().onStored(report);
    Settlement.answered(report.report())
        .ifPresent(order -> rooms.feed().tell(new Change.OfSpeaker(report.speaker())));
  }

  private void welcome(Speaker speaker) {
    outbox.sendAgain(speaker);
    delivery.silence().welcome(speaker);
    delivery.volumes().welcome(speaker);
    intake.acknowledge(speaker);
  }
}
