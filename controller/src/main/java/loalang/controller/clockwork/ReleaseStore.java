// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import loalang.controller.speakers.Zones;
import loalang.protocol.AnnouncementId;
import loalang.schedules.CueId;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Release;
import loalang.schedules.release.Request;
import loalang.schedules.release.Signature;
import loalang.schedules.release.Wanted;
import org.jdbi.v3.core.Handle;

/** The rows of requests and releases, which only grow. Blocking, in the caller's transaction. */
final class ReleaseStore {
  private static final String REQUEST =
      "SELECT q.id, q.cue, q.announcement, q.zones, q.start_ms, q.rule, q.by_whom, q.at_ms";

  private ReleaseStore() {}

  /** A request with its row's number. */
  record KeptRequest(long id, Request request) {}

  static void ask(Handle handle, Request request) {
    handle
        .createUpdate(
            "INSERT INTO release_request"
                + " (cue, announcement, zones, start_ms, rule, by_whom, at_ms) VALUES"
                + " (:cue, :announcement, :zones, :start, :rule, :by, :at)")
        .bind("cue", request.what().airing().value())
        .bind("announcement", request.what().announcement().value())
        .bind("zones", Zones.column(request.what().zones()))
        .bind("start", request.what().start().toEpochMilli())
        .bind("rule", request.hold().name())
        .bind("by", request.asked().name())
        .bind("at", request.asked().at().toEpochMilli())
        .execute();
  }

  static void give(Handle handle, KeptRequest kept, Signature second) {
    handle
        .createUpdate(
            "INSERT INTO release_given (request, by_whom, at_ms) VALUES (:request, :by, :at)")
        .bind("request", kept.id())
        .bind("by", second.name())
        .bind("at", second.at().toEpochMilli())
        .execute();
  }

  /** What was asked for and not given, from this start on, oldest request first. */
  static List<KeptRequest> open(Handle handle, Instant from) {
    return handle
        .createQuery(
            REQUEST
                + " FROM release_request q LEFT JOIN release_given g ON g.request = q.id"
                + " WHERE g.request IS NULL AND q.start_ms >= :from ORDER BY q.id")
        .bind("from", from.toEpochMilli())
        .map((rows, context) -> new KeptRequest(rows.getLong("id"), request(rows)))
        .list();
  }

  /** What was given, from this start on. */
  static List<Release> given(Handle handle, Instant from) {
    return handle
        .createQuery(
            REQUEST
                + ", g.by_whom AS given_by, g.at_ms AS given_ms FROM release_request q"
                + " JOIN release_given g ON g.request = q.id"
                + " WHERE q.start_ms >= :from ORDER BY q.id")
        .bind("from", from.toEpochMilli())
        .map((rows, context) -> new Release(request(rows), signature(rows, "given_by", "given_ms")))
        .list();
  }

  private static Request request(ResultSet rows) throws SQLException {
    Wanted what =
        new Wanted(
            new CueId(rows.getString("cue")),
            new AnnouncementId(rows.getString("announcement")),
            Zones.of(rows.getString("zones")),
            Instant.ofEpochMilli(rows.getLong("start_ms")));
    return new Request(
        what, Hold.valueOf(rows.getString("rule")), signature(rows, "by_whom", "at_ms"));
  }

  private static Signature signature(ResultSet rows, String name, String at) throws SQLException {
    return new Signature(rows.getString(name), Instant.ofEpochMilli(rows.getLong(at)));
  }
}
