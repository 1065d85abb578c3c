// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loalang.controller.audit.AuditEntry.Links;
import loalang.protocol.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes the log past the office is found out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditChainTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final Author LAN = new Author("lan", "10.0.0.1");

  private final List<AuditEntry> log = log(5);

  @Test
  void a_log_that_nobody_touched_holds() {
    assertEquals(Optional.empty(), fault(log, 5));
    assertEquals(Optional.empty(), fault(List.of(), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at", "who", "address", "deed", "object", "before", "after", "note"})
  void a_changed_field_is_found(String field) {
    log.set(2, changed(log.get(2), field));
    assertEquals("Row 3 of the audit log was changed.", fault(log, 5).orElseThrow().whatHappened());
  }

  @Test
  void a_changed_row_with_a_digest_made_anew_is_found_by_the_next_one() {
    AuditEntry third = log.get(2);
    Act other = LAN.did(Deed.NOTICE_MADE, "khac");
    log.set(2, AuditEntry.next(3, third.at(), other, third.links().previous()));
    assertTrue(fault(log, 5).orElseThrow().whatHappened().startsWith("Row 4"));
  }

  @Test
  void a_missing_row_is_found() {
    log.remove(2);
    assertTrue(fault(log, 5).orElseThrow().whatHappened().startsWith("Row 3"));
  }

  @Test
  void a_log_cut_short_is_found() {
    assertTrue(fault(log.subList(0, 4), 5).orElseThrow().whatHappened().startsWith("Row 5"));
    assertTrue(fault(List.of(), 5).isPresent());
  }

  @Test
  void two_rows_that_changed_places_are_found() {
    AuditEntry second = log.get(1);
    log.set(1, log.get(2));
    log.set(2, second);
    assertTrue(fault(log, 5).isPresent());
  }

  @Test
  void a_letter_cannot_wander_from_one_field_to_the_next() {
    AuditEntry one = AuditEntry.next(1, NOON, new Author("an", "x").did(Deed.LOGGED_IN, "a"), "");
    AuditEntry other = AuditEntry.next(1, NOON, new Author("anx", "").did(Deed.LOGGED_IN, "a"), "");
    assertTrue(!one.links().digest().equals(other.links().digest()));
  }

  private static List<AuditEntry> log(int rows) {
    List<AuditEntry> log = new ArrayList<>();
    String previous = "";
    for (int i = 1; i <= rows; i++) {
      Act act = LAN.did(Deed.NOTICE_MADE, "tin-" + i).from("cũ").to("mới " + i).saying("ghi chú");
      AuditEntry entry = AuditEntry.next(i, NOON.plusSeconds(i), act, previous);
      log.add(entry);
      previous = entry.links().digest();
    }
    return log;
  }

  private Optional<Problem> fault(List<AuditEntry> entries, int written) {
    AuditChain chain = new AuditChain();
    for (AuditEntry entry : entries) {
      Optional<Problem> fault = chain.follow(entry);
      if (fault.isPresent()) {
        return fault;
      }
    }
    List<AuditEntry> whole = log(5);
    return chain.end(written, written == 0 ? "" : whole.get(written - 1).links().digest());
  }

  private static AuditEntry changed(AuditEntry row, String field) {
    Author by =
        new Author(
            field.equals("who") ? "huong" : row.by().who(),
            field.equals("address") ? "10.0.0.2" : row.by().address());
    return new AuditEntry(
        row.number(),
        field.equals("at") ? row.at().plusMillis(1) : row.at(),
        by,
        field.equals("deed") ? Deed.LOGGED_IN.word() : row.deed(),
        field.equals("object") ? "khac" : row.object(),
        field.equals("before") ? "" : row.before(),
        field.equals("after") ? "" : row.after(),
        field.equals("note") ? "" : row.note(),
        new Links(row.links().previous(), row.links().digest()));
  }
}
