// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.AttemptLimit;
import loalang.controller.api.Rooms;
import loalang.controller.broker.BrokerLink;
import loalang.controller.broker.Outgoing;
import loalang.controller.clockwork.Timetable;
import loalang.controller.dispatch.CommandOutbox;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.distribution.AudioDistribution;
import loalang.controller.documents.DocumentDesk;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.ledger.ReportIntake;
import loalang.controller.live.LiveFeed;
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.replay.ReplayDesk;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Office;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.SpeechQueue;
import loalang.controller.studio.Studio;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.topic.Topics;
import loalang.schedules.ClockworkSettings;
import loalang.schedules.ScheduleBook;

/** Every room with those it talks to, made by hand. On the controller's event loop. */
final class Wiring {
  private static final Duration HORIZON = Duration.ofDays(7);
  private static final int WRONG_PASSWORDS = 5;
  private static final Duration PENALTY = Duration.ofMinutes(5);

  final Accounts accounts;
  final Rooms rooms;
  final BrokerLink link;

  private final Context context;
  private final Foundation foundation;
  private final CommandOutbox outbox;
  private final ReportIntake intake;
  private final AudioDistribution distribution;

  Wiring(Context context, ControllerConfig config, OfficeTools tools, Foundation foundation) {
    this.context = context;
    this.foundation = foundation;
    Vertx vertx = context.owner();
    InstantSource now = tools.now();
    Topics topics = new Topics(config.commune());
    EnvelopeSigner signer = new EnvelopeSigner(foundation.key());
    StorageDesk storage = new StorageDesk(vertx, foundation.database());
    link = new BrokerLink(context, foundation.link(config));
    Function<Outgoing, Future<Void>> publisher = link::publish;

    LiveFeed feed = new LiveFeed();
    AsRunLog log = new AsRunLog(vertx, storage, feed, now);
    Roster roster = new Roster(storage, topics, feed, now, keptStates(config));
    EnrolmentDesk enrolment =
        new EnrolmentDesk(office(config, tools), storage, foundation.claims(), roster);
    Rooms.Desks desks = desks(storage, tools);
    distribution =
        new AudioDistribution(
            vertx, desks.studio(), AudioDistribution.Road.usual(topics, publisher), now);
    outbox = new CommandOutbox(storage, topics, publisher, now);
    intake =
        new ReportIntake(storage, roster, new ReportIntake.Voice(topics, signer, publisher), now);
    Dispatcher dispatcher =
        new Dispatcher(
            storage,
            new Dispatcher.Staff(roster, log, outbox, now),
            new Dispatcher.Authority(config.commune(), signer, config.patience()));
    ScheduleBook book =
        ScheduleBook.open(
            new ClockworkSettings(config.quietHours(), now, HORIZON), foundation.clockwork());
    Timetable timetable = new Timetable(book, storage, log, now);
    AttemptLimit limit = new AttemptLimit(WRONG_PASSWORDS, PENALTY);
    accounts = new Accounts(storage, limit, foundation.cliToken(), now);
    ReplayDesk.Shelf shelf = new ReplayDesk.Shelf(desks.studio(), foundation.directory().copies());
    ReplayDesk replay = new ReplayDesk(vertx, storage, shelf, now);
    rooms = new Rooms(desks, timetable, dispatcher, log, roster, enrolment, feed, replay);
    connect(topics);
  }

  private Rooms.Desks desks(StorageDesk storage, OfficeTools tools) {
    CommuneDictionary dictionary = new CommuneDictionary(storage, tools.now());
    Studio studio = studio(storage, dictionary, tools);
    ScriptDesk.Reading reading =
        new ScriptDesk.Reading(
            ReadingQueue.open(context.owner(), tools.reading()), dictionary::edition);
    ScriptDesk scripts = new ScriptDesk(studio, storage, reading, tools.now());
    return new Rooms.Desks(studio, scripts, new DocumentDesk(studio, reading), dictionary);
  }

  private static Roster.KeptStates keptStates(ControllerConfig config) {
    return config.externalBroker().isPresent()
        ? Roster.KeptStates.BELIEVED
        : Roster.KeptStates.OLD_NEWS;
  }

  private Office office(ControllerConfig config, OfficeTools tools) {
    return new Office(
        new Topics(config.commune()),
        foundation.key(),
        foundation.gate(),
        new Office.BrokerAddress(config.mqtt().host(), foundation.mqttPort(config)),
        link::publish,
        tools.now());
  }

  private Studio studio(StorageDesk storage, CommuneDictionary dictionary, OfficeTools tools) {
    return new Studio(
        storage,
        new Studio.Tools(
            SpeechQueue.open(context.owner(), tools.speech()),
            dictionary::edition,
            tools.production(),
            tools.shelf().apply(foundation.directory().recordings())),
        tools.now());
  }

  /** What was known before the start. */
  Future<Void> load() {
    return rooms
        .roster()
        .load(foundation.gate())
        .compose(loaded -> rooms.desks().dictionary().load())
        .compose(loaded -> rooms.enrolment().load())
        .compose(loaded -> rooms.log().load());
  }

  /** Lets cues fire. */
  Future<Void> startClockwork() {
    return rooms
        .timetable()
        .start(context, foundation.directory().programmes(), rooms.dispatcher());
  }

  /** Sends orders again to speakers that are online and silent. */
  void sendAgain() {
    outbox.sendAgainToTheSilent(rooms.roster());
  }

  private void connect(Topics topics) {
    intake.inSameTransaction(CommandOutbox::settle);
    intake.onStored(rooms.log()::changed);
    rooms.roster().onOnline(this::welcome);
    link.on(topics.everyState(), rooms.roster()::onState)
        .on(topics.everyReport(), intake::onReport)
        .on(topics.everyWant(), distribution::onWant)
        .on(topics.enrol(), rooms.enrolment()::onRequest)
        .onUp(() -> rooms.roster().all().forEach(intake::acknowledge));
  }

  private void welcome(Speaker speaker) {
    outbox.sendAgain(speaker);
    intake.acknowledge(speaker);
  }
}
