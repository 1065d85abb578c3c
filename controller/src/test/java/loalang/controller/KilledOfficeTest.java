// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import loalang.controller.kit.ChildOffice;
import loalang.controller.kit.FakeNode;
import loalang.protocol.AiringId;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 between an order and its acknowledgement: nothing that was acknowledged is lost. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledOfficeTest {
  @Test
  void an_office_that_is_killed_loses_no_order_and_counts_no_report_twice(@TempDir Path data) {
    FakeNode node;
    String airing;
    try (ChildOffice first = ChildOffice.start(data)) {
      node = FakeNode.join(first.officer().ticket("thon-ba-1", "thon-ba"));
      String notice = first.officer().notice("Nước lên nhanh.");
      node.close(); // the order is given while the pole is away
      airing = first.officer().airNow(notice, "thon-ba");
      first.officer().await(airing, "thon-ba-1", "expected");
      first.kill();
    }
    AiringId id = new AiringId(airing);
    long sequence;
    try (ChildOffice second = ChildOffice.start(data)) {
      node.at(second.mqttPort()).connect();
      IssuedOrder again = node.nextOrder(); // sent again though every session may be gone
      sequence = again.warrant().sequence();
      node.report(new Report.Accepted(id, sequence));
      second.kill(); // between the report and its acknowledgement
      node.close();
    }
    node.sealNext(new Report.Started(id, Instant.now()));
    node.sealNext(FakeNode.ended(id, Outcome.PLAYED, 72_000));
    try (ChildOffice third = ChildOffice.start(data)) {
      node.at(third.mqttPort()).connect();
      for (int number = 1; number <= 3; number++) {
        node.resend(number);
        node.resend(number);
      }
      node.awaitAcknowledged(3);
      assertEquals(
          "played", third.officer().state(airing, "thon-ba-1").orElseThrow().getString("state"));

      // A number that was signed once is never signed again.
      String other = third.officer().airNow(third.officer().notice("Nước rút."), "thon-ba");
      IssuedOrder next = node.nextOrder();
      while (!other.equals(((loalang.protocol.order.Order.Play) next.order()).airing().value())) {
        next = node.nextOrder();
      }
      assertEquals(sequence + 1, next.warrant().sequence());
      node.close();
    }
  }
}
