// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loalang.controller.accounts.Accounts;
import loalang.controller.approval.ApprovalDesk;
import loalang.controller.approval.EmergencyDesk;
import loalang.controller.approval.SettingDesk;
import loalang.controller.audit.AuditDesk;
import loalang.controller.audit.Author;
import loalang.controller.backup.CopyDesk;
import loalang.controller.calendars.CalendarDesk;
import loalang.controller.checkup.CheckupDesk;
import loalang.controller.clockwork.Timetable;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.controller.dispatch.SilenceDesk;
import loalang.controller.dispatch.VolumeDesk;
import loalang.controller.documents.DocumentDesk;
import loalang.controller.documents.LetterTray;
import loalang.controller.keys.KeyDesk;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.live.LiveFeed;
import loalang.controller.plans.PlanDesk;
import loalang.controller.plans.ReadinessDesk;
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.replay.ReplayDesk;
import loalang.controller.sent.Inbox;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Roster;
import loalang.controller.station.StationDesk;
import loalang.controller.studio.ListeningDesk;
import loalang.controller.studio.Productions;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.Studio;
import loalang.controller.studio.TextDesk;
import loalang.controller.versions.VersionDesk;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The rooms the API asks. */
public record Rooms(
    Desks desks,
    People people,
    Timetable timetable,
    Dispatcher dispatcher,
    AsRunLog log,
    Roster roster,
    EnrolmentDesk enrolment,
    Delivery delivery,
    LiveFeed feed) {

  /** The rooms where notices are written, read, rendered, and heard again. */
  public record Desks(
      Studio studio,
      ScriptDesk scripts,
      DocumentDesk documents,
      CommuneDictionary dictionary,
      Sound sound,
      Writing writing,
      ReplayDesk replay) {}

  /** The rooms where an officer types, uploads, changes and listens. */
  public record Writing(TextDesk texts, LetterTray letters, ListeningDesk listening) {}

  /** The rooms that decide what notices sound like. */
  public record Sound(
      Productions productions, VersionDesk versions, StationDesk station, Inbox inbox) {}

  /** The rooms that know who may, who said yes, who did what, when it was copied, what it lacks. */
  public record People(
      Accounts accounts,
      AuditDesk audit,
      ApprovalDesk approvals,
      EmergencyDesk emergencies,
      SettingDesk settings,
      CopyDesk copies,
      CheckupDesk checkup,
      CalendarDesk calendars,
      String communeName) {

    /** Passes if this person may air a notice now; else fails with what has to come before. */
    public Future<Void> clear(Author by, AnnouncementId notice, Priority priority) {
      Future<Boolean> needsTwo =
          priority == Priority.EMERGENCY
              ? emergencies.isSecondPersonNeeded(by)
              : Future.succeededFuture(false);
      return needsTwo.compose(
          needs ->
              needs
                  ? Future.failedFuture(new ProblemException(secondPersonNeeded()))
                  : approvals.clear(by, notice));
    }

    private static Problem secondPersonNeeded() {
      return new Problem(
          "EMERGENCY_NEEDS_SECOND_PERSON",
          "An emergency sounds only if a second person releases it.",
          "Ask for it: POST /api/v1/emergencies; an approver then releases it.");
    }
  }

  /** The rooms that see to it that what is planned is heard. */
  public record Delivery(
      PlanDesk plans,
      ReadinessDesk readiness,
      SilenceDesk silence,
      VolumeDesk volumes,
      SelfTestDesk selfTests,
      KeyDesk keys) {}

  Studio studio() {
    return desks.studio();
  }

  /**
   * A second person releases an emergency, and it is aired at once. Fails as the desk's release
   * does, or with why it cannot be aired; then it can be released again.
   *
   * @param mayIn why this person may not release in these zones
   */
  public Future<AiringRecord> letOut(
      Author by, AiringId airing, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    EmergencyDesk desk = people.emergencies();
    return desk.release(by, airing, mayIn)
        .compose(
            wish ->
                studio()
                    .find(wish.notice())
                    .compose(card -> timetable.air(wish.oneOff(timetable.soon()), card, by)))
        .compose(aired -> desk.close(airing).map(closed -> aired));
  }
}
