// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Set;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfficeGateTest {
  private final OfficeGate gate =
      new OfficeGate(
          new CommuneId("xa"), new SecureRandom(), (client, code) -> code.equals("K7QF"));

  @BeforeEach
  void a_node() {
    gate.grant(
        new SpeakerId("thon-ba"),
        new NodeLogin(NodeLogin.hash("right"), Set.of(new PagingZone("cho"))));
  }

  @ParameterizedTest(name = "{0} as {1} with \"{2}\": {3}")
  @CsvSource({
    "thon-ba,  thon-ba, right, true",
    "thon-ba,  thon-ba, wrong, false",
    "thon-ba,  thon-ba, '',    false",
    "other,    thon-ba, right, false",
    "thon-tu,  thon-tu, right, false",
    "thon.ba,  thon-ba, right, false",
    "claim-1,  claim-1, K7QF,  true",
    "claim-2,  claim-1, K7QF,  false",
    "claim-1,  claim,   K7QF,  false",
    "claim-1,  claim-1, XXXX,  false",
    "thon-ba,  claim,   K7QF,  false",
    "office,   claim,   K7QF,  false",
    "office,   office,  right, false",
    "'',       '',      '',    false"
  })
  void who_may_connect(String client, String user, String password, boolean admitted) {
    assertEquals(admitted, gate.admits(client, user, password));
  }

  @Test
  void the_office_has_a_password_of_its_own() {
    assertTrue(gate.admits("office", "office", gate.officePassword()));
    assertFalse(gate.admits("other", "office", gate.officePassword()));
  }

  @ParameterizedTest(name = "a node may {0} {1}: {2}")
  @CsvSource({
    "SUBSCRIBE, loa/v1/xa/order/thon-ba,      true",
    "SUBSCRIBE, loa/v1/xa/order/zone/cho,     true",
    "SUBSCRIBE, loa/v1/xa/order/zone/node-thon-ba, true",
    "SUBSCRIBE, loa/v1/xa/ack/thon-ba,        true",
    "SUBSCRIBE, loa/v1/xa/audio/+,            true",
    "SUBSCRIBE, loa/v1/xa/audio/abc,          true",
    "SUBSCRIBE, loa/v1/xa/audio/#,            false",
    "SUBSCRIBE, loa/v1/xa/order/thon-tu,      false",
    "SUBSCRIBE, loa/v1/xa/order/zone/thon-tu, false",
    "SUBSCRIBE, loa/v1/xa/order/+,            false",
    "SUBSCRIBE, loa/v1/xa/order/zone/+,       false",
    "SUBSCRIBE, loa/v1/xa/report/thon-ba,     false",
    "SUBSCRIBE, loa/v1/+/order/thon-ba,       false",
    "SUBSCRIBE, loa/v1/xa/enrolled/claim-1,   false",
    "SUBSCRIBE, '#',                          false",
    "SUBSCRIBE, '+/v1/xa/order/thon-ba',      false",
    "SUBSCRIBE, 'loa/v1/xa/ack/thon-ba::q',   false",
    "PUBLISH,   loa/v1/xa/report/thon-ba,     true",
    "PUBLISH,   loa/v1/xa/state/thon-ba,      true",
    "PUBLISH,   loa/v1/xa/want/thon-ba,       true",
    "PUBLISH,   loa/v1/xa/report/thon-tu,     false",
    "PUBLISH,   loa/v1/xa/order/thon-ba,      false",
    "PUBLISH,   loa/v1/xa/order/zone/cho,     false",
    "PUBLISH,   loa/v1/xa/ack/thon-ba,        false",
    "PUBLISH,   loa/v1/xa/audio/abc,          false",
    "PUBLISH,   loa/v1/xa/enrol,              false",
    "PUBLISH,   loa/v1/khac/report/thon-ba,   false"
  })
  void what_a_node_may(BrokerAction action, String topic, boolean permitted) {
    assertEquals(permitted, gate.permits(action, "thon-ba", "thon-ba", topic));
  }

  @ParameterizedTest(name = "a pole that asks to join may {0} {1}: {2}")
  @CsvSource({
    "PUBLISH,   loa/v1/xa/enrol,            true",
    "PUBLISH,   loa/v1/xa/enrolled/claim-1, false",
    "PUBLISH,   loa/v1/xa/order/zone/cho,   false",
    "SUBSCRIBE, loa/v1/xa/enrolled/claim-1, true",
    "SUBSCRIBE, loa/v1/xa/enrolled/claim-2, false",
    "SUBSCRIBE, loa/v1/xa/enrolled/+,       false",
    "SUBSCRIBE, loa/v1/xa/enrol,            false"
  })
  void what_a_claim_may(BrokerAction action, String topic, boolean permitted) {
    assertEquals(permitted, gate.permits(action, "claim-1", "claim-1", topic));
  }
}
