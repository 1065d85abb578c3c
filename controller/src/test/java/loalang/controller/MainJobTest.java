// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import loalang.controller.kit.BellProduction;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a notice to its confirmation, with the real broker and the real database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MainJobTest {
  @Test
  void a_notice_is_aired_on_two_poles_and_each_confirms(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data)) {
      // Given
      Officer officer = office.officer();
      try (FakeNode one = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"));
          FakeNode two = FakeNode.join(officer.ticket("thon-hai-1", "thon-hai"))) {
        String notice = officer.notice("Mời bà con đi tiêm chủng.");

        // When
        String airing = officer.airNow(notice, "thon-mot", "thon-hai");
        one.play(one.nextOrder());
        two.play(two.nextOrder());

        // Then
        JsonObject first = officer.await(airing, "thon-mot-1", "played");
        officer.await(airing, "thon-hai-1", "played");
        assertEquals(72_000, first.getInteger("framesRendered"));
        JsonObject whole = officer.get("/airings/" + airing).json();
        assertEquals("done", whole.getString("state"));
        assertEquals(2, whole.getInteger("rendered"));
        assertTrue(whole.getDouble("secondsFromOrderToLastStart") < 10);
        one.awaitAcknowledged(4);
        two.awaitAcknowledged(4);
      }
    }
  }

  @Test
  void what_a_pole_fetches_is_what_the_officer_hears(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data)) {
      // Given
      Officer officer = office.officer();
      try (FakeNode node = FakeNode.join(officer.ticket("cho-1", "cho"))) {
        String notice = officer.notice("Chợ họp sớm.");
        officer.airNow(notice, "cho");

        // When
        IssuedOrder issued = node.nextOrder();
        byte[] fetched = node.fetch(((Order.Play) issued.order()).recording());

        // Then
        Officer.Answer heard = officer.get("/notices/" + notice + "/recording");
        assertEquals("audio/ogg", heard.type());
        assertEquals(BellProduction.SIZE_BYTES, heard.body().length());
        assertArrayEquals(heard.body().getBytes(), fetched);
      }
    }
  }
}
