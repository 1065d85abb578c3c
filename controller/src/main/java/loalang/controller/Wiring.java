// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.announcements.recorded.RecordedVoice;
import loalang.controller.accounts.Accounts;
import loalang.controller.api.Rooms;
import loalang.controller.broker.BrokerAccounts;
import loalang.controller.approval.ApprovalDesk;
import loalang.controller.approval.EmergencyDesk;
import loalang.controller.approval.NoticeVersion;
import loalang.controller.approval.SettingDesk;
import loalang.controller.audit.AuditDesk;
import loalang.controller.audit.Author;
import loalang.controller.broker.BrokerLink;
import loalang.controller.broker.GateAccounts;
import loalang.controller.broker.MosquittoAccounts;
import loalang.controller.broker.Outgoing;
import loalang.controller.clock.ClockDesk;
import loalang.controller.clock.ClockWatch;
import loalang.controller.clockwork.Timetable;
import loalang.controller.dispatch.CommandOutbox;
import loalang.controller.dispatch.CueReleases;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.dispatch.SilenceDesk;
import loalang.controller.distribution.AudioDistribution;
import loalang.controller.distribution.StudioSound;
import loalang.controller.documents.DocumentDesk;
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
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.reading.Edition;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.sent.Inbox;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Office;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.station.StationDesk;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.Productions;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.SpeechQueue;
import loalang.controller.studio.Studio;
import loalang.controller.studio.NoticeStore;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.SpeechQueue;
import loalang.controller.studio.Studio;
import loalang.controller.versions.VersionDesk;
import loalang.controller.versions.VersionStore;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.topic.Topics;
import loalang.schedules.ClockworkSettings;
import loalang.schedules.ScheduleBook;
import org.jdbi.v3.core.Handle;

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
    Rooms.Desks desks = desks(storage, tools, feed);
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
    ScheduleBook book =
        ScheduleBook.open(
            new ClockworkSettings(config.quietHours(), now, HORIZON), foundation.clockwork());
    Timetable timetable = new Timetable(book, storage, log, now);
    Makers makers = new Makers(dispatcher, book, desks.studio(), feed);
    delivery = delivery(config, storage, staff, makers);
    accounts = new Accounts(storage, foundation.cliToken(), now);
    Rooms.People people = people(config, storage, now);
    rooms =
        new Rooms(desks, people, timetable, dispatcher, log, roster, enrolment, delivery, feed);
    connect(topics);
  }

  private Dispatcher dispatcher(
      StorageDesk storage, Dispatcher.Staff staff, ControllerConfig config) {
    Dispatcher.Counsel counsel = new Dispatcher.Counsel(new KnownPlans(), CueReleases::of);
    return new Dispatcher(storage, staff, authority(config), counsel);
  }

  /** Who makes what plans are made of. */
  private record Makers(Dispatcher dispatcher, ScheduleBook book, Studio studio, LiveFeed feed) {}

  private Rooms.Delivery delivery(
      ControllerConfig config, StorageDesk storage, Dispatcher.Staff staff, Makers makers) {
    PlanDesk.Colleagues colleagues =
        new PlanDesk.Colleagues(
            staff,
            makers.dispatcher(),
            window -> makers.book().rundown(window).cues(),
            new RenderAhead(notice -> makers.studio().render(notice, Author.OFFICE), now));
    PlanDesk.Office office =
        new PlanDesk.Office(
            new Topics(config.commune()),
            config.quietHours().zone(),
            authority(config),
            link::publish);
    return new Rooms.Delivery(
        new PlanDesk(context.owner(), storage, colleagues, office, CueReleases::of),
        new ReadinessDesk(storage, staff.roster(), makers.feed(), now),
        new SilenceDesk(storage, staff, authority(config)),
        keys);
  }

  private KeyDesk keyDesk(StorageDesk storage, Topics topics, Roster roster, LiveFeed feed) {
    return new KeyDesk(
        storage,
        new KeyFiles(foundation.directory().key()),
        foundation.key(),
        new KeyDesk.Office(
            topics,
            () -> names(roster),
            link::publish,
            () -> feed.tell(new Change.OfDelivery()),
            now));
  }

  private Dispatcher.Authority authority(ControllerConfig config) {
    return new Dispatcher.Authority(config.commune(), keys::signer, config.patience());
  }

  private Rooms.Desks desks(StorageDesk storage, OfficeTools tools, LiveFeed feed) {
    CommuneDictionary dictionary = new CommuneDictionary(storage, tools.now());
    StationDesk station = new StationDesk(storage, tools.production().voices(), tools.now());
    Supplier<Edition> inForce =
        () -> dictionary.edition().in(station.current().settings().dialect());
    Productions productions =
        new Productions(
            SpeechQueue.open(context.owner(), tools.speech()), this::onLoop, feed, tools.now());
    Studio studio =
        new Studio(
            storage,
            new Studio.Tools(
                productions,
                inForce,
                station::current,
                tools.production(),
                tools.shelf().apply(foundation.directory().recordings()),
                VersionStore::whole),
            tools.now());
    ScriptDesk.Reading reading =
        new ScriptDesk.Reading(ReadingQueue.open(context.owner(), tools.reading()), inForce);
    ScriptDesk scripts = new ScriptDesk(studio, storage, reading, tools.now());
    Rooms.Sound sound =
        new Rooms.Sound(
            productions,
            new VersionDesk(studio, storage, tools.now()),
            station,
            Inbox.in(context.owner(), foundation.directory().uploads(), RecordedVoice.MAX_BYTES));
    return new Rooms.Desks(studio, scripts, new DocumentDesk(studio, reading), dictionary, sound);
  }

  private void onLoop(Runnable work) {
    context.runOnContext(ignored -> work.run());
  }

  private Rooms.People people(ControllerConfig config, StorageDesk storage, InstantSource now) {
    ApprovalDesk.Versions versions = Wiring::version;
    return new Rooms.People(
        accounts,
        new AuditDesk(storage),
        new ApprovalDesk(storage, versions, now),
        new EmergencyDesk(storage, versions, now),
        new SettingDesk(storage, now),
        config.communeName());
  }

  private static Optional<NoticeVersion> version(Handle handle, AnnouncementId notice) {
    return NoticeStore.find(handle, notice)
        .map(card -> VersionStore.whole(handle, card))
        .orElseThrow(() -> new ProblemException(Studio.unknown(notice)));
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
        .compose(loaded -> delivery.silence().load());
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
    watch = watch.look(now.instant(), System.nanoTime());
  }

  private void connect(Topics topics) {
    intake.inSameTransaction(
        (handle, told, at) -> {
          CommandOutbox.settle(handle, told, at);
          PlanDesk.take(handle, told, at);
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
    delivery.plans().publishUnsent();
  }

  private void stored(NumberedReport report) {
    rooms.log().changed(report);
    keys.onStored(report);
    delivery.readiness().onStored(report);
  }

  private static List<SpeakerId> names(Roster roster) {
    return roster.all().stream().map(Speaker::id).toList();
  }

  private void welcome(Speaker speaker) {
    outbox.sendAgain(speaker);
    delivery.silence().welcome(speaker);
    intake.acknowledge(speaker);
  }
}
