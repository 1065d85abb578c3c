// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import loalang.controller.kit.Account;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.TestOffice;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin lets the market's desk speak to the market, and takes that back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyLendingTest {
  private static final VerifyKey MARKET = SigningKey.generate().verifyKey();

  @Test
  void a_key_is_lent_within_limits_after_they_were_shown_and_taken_back(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("cho-1", "cho")).hearPlans()) {
      pole.nextStatement();
      Account.make(office, "quan-tri", "admin");
      Account.make(office, "lan", "officer");
      Clerk admin = new Clerk(office).logIn("quan-tri", Account.PASSWORD);
      Map<String, String> wish = Map.of("key", MARKET.x(), "zone", "cho", "most", "priority");

      // When
      Clerk.Page shown = admin.post("/office/keys/lent", wish);

      // Then
      assertTrue(shown.text().contains("tới: cho; mức cao nhất: ưu tiên"), shown.text());
      assertTrue(shown.text().contains("1/1 cụm loa chưa cho biết"), shown.text());

      // When
      Map<String, String> sure =
          Map.of("key", MARKET.x(), "zone", "cho", "most", "priority", "sure", "yes");
      assertEquals(303, admin.post("/office/keys/lent", sure).status());

      // Then
      KeyStatement said = pole.nextStatement();
      KeyScope scope = new KeyScope(Set.of(new PagingZone("cho")), Priority.PRIORITY);
      assertEquals(2, said.keys().size());
      assertTrue(said.keys().contains(new TrustedKey(MARKET, Issuer.COMMUNE, scope)));

      // When
      Clerk officer = new Clerk(office).logIn("lan", Account.PASSWORD);
      Map<String, String> id = Map.of("id", MARKET.id().thumbprint());

      // Then
      assertEquals(403, officer.post("/office/keys/back", id).status());
      assertEquals(403, officer.post("/office/keys/lent", sure).status());
      assertEquals(303, admin.post("/office/keys/back", id).status());
      assertEquals(1, pole.nextStatement().keys().size());
      assertTrue(admin.post("/office/keys/back", id).text().contains("KEY_NOT_LENT"));
      assertEquals(422, admin.post("/office/keys/lent", Map.of("key", "x")).status());
      String own = Objects.requireNonNull(said.keys().get(0)).key().x();
      Map<String, String> ofTheOffice = Map.of("key", own, "most", "routine", "sure", "yes");
      assertTrue(admin.post("/office/keys/lent", ofTheOffice).text().contains("KEY_IS_OWN"));
    }
  }

  @Test
  void what_a_pole_says_is_wrong_with_it_stands_on_the_first_page(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("cho-1", "cho"))) {
      SpeakerState troubled =
          new SpeakerState(
              pole.id(), Link.ONLINE, null, "test", "none", 0, null, 0, "KEYS_NOT_STORED");
      pole.client().publishKept(pole.topics().state(pole.id()), Wire.STATE.encode(troubled));
      office
          .officer()
          .await(
              () -> office.officer().get("/speakers").json(),
              all ->
                  "test"
                      .equals(
                          all.getJsonArray("speakers").getJsonObject(0).getString("agentVersion")));

      Account.make(office, "khach", "viewer");
      Clerk viewer = new Clerk(office).logIn("khach", Account.PASSWORD);
      List<String> pages = List.of("/", "/speakers", "/speakers/cho-1");
      for (String page : pages) {
        assertTrue(viewer.get(page).text().contains("không ghi được khóa mới xuống thẻ nhớ"), page);
      }
    }
  }
}
