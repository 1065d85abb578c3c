// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loalang.protocol.envelope.SigningKey;

/**
 * A big commune's week in the ledger of an office that is not running: every airing with every
 * speaker's standing. Reports themselves are left out; only the page of a proof reads them.
 */
final class LedgerOfAWeek {
  static final int AIRINGS = 1_000;
  static final int SPEAKERS = 80;

  /** Places a week is shown of. */
  static final int PLACES = 83;

  private static final String ITEM = "{announcement: tin, lasts: 5m}";
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

  /** A tree of the commune and its places, the lowest one more than there are loudspeakers. */
  static String sheet() {
    StringBuilder yaml = new StringBuilder("zones:\n");
    for (int place = 0; place < PLACES; place++) {
      yaml.append("  - {zone: %s, in: xa}\n".formatted(place(place)));
    }
    yaml.append("programmes:\n");
    for (String at : List.of("05:40", "11:30", "17:00")) {
      String id = "buoi-" + at.replace(':', '-');
      yaml.append("  - id: %s\n    title: Bản tin %s\n    zones: xa\n".formatted(id, at));
      yaml.append(
          "    slots:\n      - {id: tin, at: \"%s\", days: daily, items: [%s]}\n"
              .formatted(at, ITEM));
    }
    return yaml.toString();
  }

  private static String place(int number) {
    return "noi-" + number;
  }

  private static void speakers(Connection database, Instant now) throws SQLException {
    String key = SigningKey.generate().verifyKey().x();
    try (PreparedStatement row =
        database.prepareStatement(
            "INSERT INTO speaker (id, zones, verify_key, password_hash, enrolled_ms)"
                + " VALUES (?, ?, ?, 'none', ?)")) {
      for (int speaker = 0; speaker < SPEAKERS; speaker++) {
        row.setString(1, "cum-" + speaker);
        row.setString(2, place(speaker) + " xa");
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
