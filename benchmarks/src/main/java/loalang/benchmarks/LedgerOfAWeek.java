// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import loalang.protocol.envelope.SigningKey;

/**
 * A big commune's week in the ledger of an office that is not running: every airing with every
 * speaker's standing. Reports themselves are left out; only the page of a proof reads them.
 */
final class LedgerOfAWeek {
  static final int AIRINGS = 1_000;
  static final int SPEAKERS = 80;
  private static final Duration WEEK = Duration.ofDays(6);
  private static final long FRAMES = 48_000L * 90;

  private LedgerOfAWeek() {}

  static void write(Path file, Instant now) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      database.setAutoCommit(false);
      speakers(database, now);
      airings(database, now);
      standings(database, now);
      database.commit();
    }
  }

  private static void speakers(Connection database, Instant now) throws SQLException {
    String key = SigningKey.generate().verifyKey().x();
    try (PreparedStatement row =
        database.prepareStatement(
            "INSERT INTO speaker (id, zones, verify_key, password_hash, enrolled_ms)"
                + " VALUES (?, ?, ?, 'none', ?)")) {
      for (int speaker = 0; speaker < SPEAKERS; speaker++) {
        row.setString(1, "cum-" + speaker);
        row.setString(2, "thon-" + speaker / 4 + " xa");
        row.setString(3, key);
        row.setLong(4, now.toEpochMilli());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static void airings(Connection database, Instant now) throws SQLException {
    try (PreparedStatement row =
        database.prepareStatement(
            "INSERT INTO airing (id, notice, title, zones, priority, start_ms, latest_start_ms,"
                + " planned_ms, ordered_ms, deadline_ms, deadline_passed_ms, duration_ms)"
                + " VALUES (?, 'tin', ?, 'xa', 'ROUTINE', ?, ?, ?, ?, ?, ?, 90000)")) {
      for (int airing = 0; airing < AIRINGS; airing++) {
        long start = start(now, airing);
        row.setString(1, "luot-" + airing);
        row.setString(2, "Bản tin số " + airing + " của xã");
        for (int column = 3; column <= 8; column++) {
          row.setLong(column, start);
        }
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static void standings(Connection database, Instant now) throws SQLException {
    try (PreparedStatement row =
        database.prepareStatement(
            "INSERT INTO airing_expected (airing, speaker, sequence, told, why, told_ns,"
                + " accepted_ns, ready_ns, started_ns, frames_due, frames_rendered)"
                + " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int airing = 0; airing < AIRINGS; airing++) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(start(now, airing));
        for (int speaker = 0; speaker < SPEAKERS; speaker++) {
          boolean isSilent = (airing + speaker) % 20 == 0;
          boolean isBroken = (airing + speaker) % 33 == 0;
          row.setString(1, "luot-" + airing);
          row.setString(2, "cum-" + speaker);
          row.setString(3, isSilent ? "accepted" : "ended");
          row.setString(4, isSilent ? null : isBroken ? "FAILED_AUDIO_DEVICE" : "PLAYED");
          for (int column = 5; column <= 8; column++) {
            row.setLong(column, nanos);
          }
          row.setLong(9, isSilent ? 0 : FRAMES);
          row.setLong(10, isSilent || isBroken ? 0 : FRAMES);
          row.addBatch();
        }
        row.executeBatch();
      }
    }
  }

  private static long start(Instant now, int airing) {
    return now.minus(WEEK.multipliedBy(airing).dividedBy(AIRINGS)).toEpochMilli();
  }
}
