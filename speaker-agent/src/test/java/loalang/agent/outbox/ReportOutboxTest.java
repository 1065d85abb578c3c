// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import loalang.agent.journal.Bytes;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportOutboxTest {
  private final ReportOutbox outbox = new ReportOutbox();

  private static Bytes envelope(long number) {
    return new Bytes(new byte[] {(byte) number, (byte) (number >> 8)});
  }

  private void write(int count) {
    for (int i = 0; i < count; i++) {
      long number = outbox.chainEnd().number() + 1;
      outbox.written(number, envelope(number));
    }
  }

  private List<Long> taken() {
    return outbox.take().stream().map(ReportOutbox.Outgoing::number).toList();
  }

  @Test
  void each_report_names_the_digest_of_the_one_before() {
    // Given
    Report report = new Report.Accepted(new AiringId("ban-tin"), 1);
    SpeakerId self = new SpeakerId("loa");
    NumberedReport first = outbox.chainEnd().join(self, Instant.EPOCH, report, null);

    // When
    outbox.written(first.number(), envelope(1));
    NumberedReport second = outbox.chainEnd().join(self, Instant.EPOCH, report, null);

    // Then
    assertEquals(1, first.number());
    assertEquals(2, second.number());
    assertEquals(Digest.of(envelope(1).toArray()), second.previous());
    assertEquals(
        second, new ChainEnd(0, null).after(envelope(1)).join(self, Instant.EPOCH, report, null));
  }

  @Test
  void reports_go_out_oldest_first_and_only_so_many_at_once() {
    // Given
    write(ReportOutbox.MOST_IN_FLIGHT + 2);

    // Then
    assertEquals(ReportOutbox.MOST_IN_FLIGHT, taken().size());
    assertEquals(List.of(), taken());
    outbox.delivered(1);
    assertEquals(List.of((long) ReportOutbox.MOST_IN_FLIGHT + 1), taken());
  }

  @Test
  void what_the_broker_took_still_waits_for_the_office() {
    // Given
    write(2);
    taken();

    // When
    outbox.delivered(1);
    outbox.delivered(2);

    // Then
    assertEquals(2, outbox.size());
    assertEquals(List.of(), taken());
  }

  @Test
  void after_a_new_connection_everything_the_office_lacks_is_sent_again() {
    // Given
    write(3);
    taken();
    outbox.delivered(1);
    outbox.delivered(2);
    assertTrue(outbox.acknowledged(1));

    // When
    outbox.sendAgain();

    // Then
    assertEquals(List.of(2L, 3L), taken());
  }

  @Test
  void what_the_broker_did_not_take_is_sent_again() {
    // Given
    write(2);
    taken();

    // When
    outbox.undelivered(2);

    // Then
    assertEquals(List.of(2L), taken());
  }

  @Test
  void an_acknowledgement_forgets_everything_up_to_it_once() {
    // Given
    write(5);

    // Then
    assertTrue(outbox.acknowledged(3));
    assertEquals(2, outbox.size());
    assertEquals(Digest.of(envelope(3).toArray()), outbox.acknowledgedDigest());
    assertFalse(outbox.acknowledged(3));
    assertFalse(outbox.acknowledged(2), "an old one, retained by the broker");
    assertFalse(outbox.acknowledged(6), "a report that was never written");
    assertEquals(List.of(4L, 5L), taken());
  }

  @Test
  void a_gap_in_the_chain_is_a_bug_and_loud() {
    assertThrows(IllegalArgumentException.class, () -> outbox.written(2, envelope(2)));
  }

  @Test
  void it_says_when_it_is_full() {
    write(ReportOutbox.FULL - 1);
    assertFalse(outbox.isFull());
    write(1);
    assertTrue(outbox.isFull());
  }

  @Test
  void it_sends_no_further_ahead_of_the_office_than_its_window() {
    // Given
    ReportOutbox outbox = new ReportOutbox();
    for (long number = 1; number <= ReportOutbox.WINDOW + 9; number++) {
      outbox.written(number, envelope(number));
    }

    // When
    long sent = 0;
    for (var due = outbox.take(); !due.isEmpty(); due = outbox.take()) {
      sent += due.size();
      due.forEach(one -> outbox.delivered(one.number()));
    }

    // Then
    assertEquals(ReportOutbox.WINDOW, sent);
    assertTrue(outbox.awaitsAnswer());
    outbox.acknowledged(3);
    assertEquals(3, outbox.take().size());
  }
}
