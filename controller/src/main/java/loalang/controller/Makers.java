// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import io.vertx.core.Context;
import java.util.Optional;
import java.util.function.Supplier;
import loalang.announcements.recorded.RecordedVoice;
import loalang.controller.accounts.Accounts;
import loalang.controller.api.Rooms;
import loalang.controller.approval.ApprovalDesk;
import loalang.controller.approval.EmergencyDesk;
import loalang.controller.approval.NoticeVersion;
import loalang.controller.approval.SettingDesk;
import loalang.controller.audit.AuditDesk;
import loalang.controller.backup.CopyDesk;
import loalang.controller.calendars.CalendarDesk;
import loalang.controller.checkup.CheckupDesk;
import loalang.controller.checkup.MachineCheck;
import loalang.controller.documents.DocumentDesk;
import loalang.controller.documents.LetterTray;
import loalang.controller.live.LiveFeed;
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.reading.Edition;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.replay.ReplayDesk;
import loalang.controller.sent.Inbox;
import loalang.controller.station.StationDesk;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.ListeningDesk;
import loalang.controller.studio.NoticeProblems;
import loalang.controller.studio.NoticeStore;
import loalang.controller.studio.Productions;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.SpeechQueue;
import loalang.controller.studio.Studio;
import loalang.controller.studio.TextDesk;
import loalang.controller.versions.VersionDesk;
import loalang.controller.versions.VersionStore;
import loalang.protocol.AnnouncementId;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/**
 * Makes the rooms where notices come to be, and those that know who may; they know nothing of
 * poles.
 *
 * @param context the controller's event loop
 * @param storage the office's database
 * @param tools given at the start
 */
record Makers(Context context, StorageDesk storage, OfficeTools tools) {

  Rooms.Desks desks(OfficeDirectory directory, LiveFeed feed) {
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
                tools.shelf().apply(directory.recordings()),
                VersionStore::whole),
            tools.now());
    ScriptDesk.Reading reading =
        new ScriptDesk.Reading(
            ReadingQueue.open(context.owner(), tools.reading()),
            inForce,
            tools.production().voices());
    ScriptDesk scripts = new ScriptDesk(studio, storage, reading, tools.now());
    Rooms.Sound sound =
        new Rooms.Sound(
            productions,
            new VersionDesk(studio, storage, tools.now()),
            station,
            Inbox.in(context.owner(), directory.uploads(), RecordedVoice.MAX_BYTES));
    DocumentDesk documents = new DocumentDesk(studio, reading, station::speaks);
    Rooms.Writing writing =
        new Rooms.Writing(
            new TextDesk(studio, storage, tools.now()),
            LetterTray.open(documents, directory.letters(), tools.now()),
            new ListeningDesk(studio, reading.queue()));
    return new Rooms.Desks(
        studio, scripts, documents, dictionary, sound, writing, replay(directory, studio));
  }

  private ReplayDesk replay(OfficeDirectory directory, Studio studio) {
    ReplayDesk.Shelf shelf = new ReplayDesk.Shelf(studio, directory.copies());
    return new ReplayDesk(context.owner(), storage, shelf, tools.now());
  }

  Rooms.People people(
      Accounts accounts, ControllerConfig config, LiveFeed feed, CheckupDesk.Office office) {
    ApprovalDesk.Versions versions = Makers::version;
    return new Rooms.People(
        accounts,
        new AuditDesk(storage),
        new ApprovalDesk(storage, versions, tools.now()),
        new EmergencyDesk(storage, versions, feed, tools.now()),
        new SettingDesk(storage, tools.now()),
        new CopyDesk(storage, config.data()),
        new CheckupDesk(
            context.owner(), MachineCheck.ofThisSystem(config.data()), office, tools.now()),
        new CalendarDesk(storage, accounts, tools.now()),
        config.communeName());
  }

  private void onLoop(Runnable work) {
    context.runOnContext(ignored -> work.run());
  }

  private static Optional<NoticeVersion> version(Handle handle, AnnouncementId notice) {
    return NoticeStore.find(handle, notice)
        .map(card -> VersionStore.whole(handle, card))
        .orElseThrow(() -> new ProblemException(NoticeProblems.unknown(notice)));
  }
}
