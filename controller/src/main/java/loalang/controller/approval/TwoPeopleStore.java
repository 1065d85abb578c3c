// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import java.time.Instant;
import java.util.Optional;
import loalang.protocol.AiringId;
import loalang.schedules.release.Signature;
import org.jdbi.v3.core.Handle;

/** Which two people let which airing out. Blocking, in the caller's transaction. */
public final class TwoPeopleStore {
  private TwoPeopleStore() {}

  /** Writes it down; the first two people stay. */
  public static void add(Handle handle, AiringId airing, TwoPeople people) {
    handle
        .createUpdate(
            "INSERT INTO two_people (airing, asked_by, asked_ms, released_by, released_ms)"
                + " VALUES (:airing, :asked, :askedAt, :released, :releasedAt)"
                + " ON CONFLICT (airing) DO NOTHING")
        .bind("airing", airing.value())
        .bind("asked", people.asked().name())
        .bind("askedAt", people.asked().at().toEpochMilli())
        .bind("released", people.released().name())
        .bind("releasedAt", people.released().at().toEpochMilli())
        .execute();
  }

  /** Who let this airing out; empty if nobody had to, or nobody did. */
  public static Optional<TwoPeople> find(Handle handle, AiringId airing) {
    return handle
        .createQuery("SELECT * FROM two_people WHERE airing = :airing")
        .bind("airing", airing.value())
        .map(
            (rows, context) ->
                new TwoPeople(
                    new Signature(
                        rows.getString("asked_by"), Instant.ofEpochMilli(rows.getLong("asked_ms"))),
                    new Signature(
                        rows.getString("released_by"),
                        Instant.ofEpochMilli(rows.getLong("released_ms")))))
        .findOne();
  }
}
