// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import loalang.protocol.CommuneId;
import loalang.protocol.envelope.VerifyKey;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimTicketTest {
  private static final String KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  private static final String PIN = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";
  private final ClaimTicket ticket =
      new ClaimTicket(
          "office.local",
          8883,
          new CommuneId("ha-dong"),
          new ClaimCode("K7QF-2M9X-4TBD"),
          new VerifyKey(KEY));

  @Test
  void a_ticket_is_one_line_and_comes_back_from_it() {
    assertEquals("loa://office.local:8883/ha-dong?claim=K7QF-2M9X-4TBD&key=" + KEY, ticket.toUri());
    assertEquals(ticket, ClaimTicket.parse(ticket.toUri()));
  }

  @Test
  void a_ticket_for_a_broker_with_tls_carries_the_pin_of_its_authority() {
    CertificatePin pin = new CertificatePin(PIN);
    ClaimTicket safe =
        new ClaimTicket(ticket.host(), 8883, ticket.commune(), ticket.code(), ticket.office(), pin);
    assertEquals(ticket.toUri() + "&ca=" + PIN, safe.toUri());
    assertEquals(safe, ClaimTicket.parse(safe.toUri()));
  }

  @Test
  void a_code_typed_in_a_hurry_is_the_same_code() {
    assertEquals(new ClaimCode("K7QF-2M9X-4TBD"), new ClaimCode("k7qf2m9x4tbd"));
  }

  @Test
  void codes_differ() {
    SecureRandom random = new SecureRandom();
    assertNotEquals(ClaimCode.generate(random), ClaimCode.generate(random));
  }

  @Test
  void neither_code_nor_ticket_prints_its_secret() {
    assertFalse((ticket + " " + ticket.code()).contains("K7QF"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://office.local:1883/ha-dong?claim=K7QF-2M9X-4TBD&key=" + KEY,
        "loa://office.local/ha-dong?claim=K7QF-2M9X-4TBD&key=" + KEY,
        "loa://office.local:1883/?claim=K7QF-2M9X-4TBD&key=" + KEY,
        "loa://office.local:1883/ha-dong?claim=K7QF-2M9X-4TBD",
        "loa://office.local:1883/ha-dong?claim=I1LO-2M9X-4TBD&key=" + KEY,
        "loa://office.local:1883/ha-dong?claim=K7QF-2M9X-4TBD&key=short",
        "loa://office.local:1883/ha-dong?claim=K7QF-2M9X-4TBD&ca=short&key=" + KEY,
        "not a ticket",
        ""
      })
  void what_is_no_ticket_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> ClaimTicket.parse(text));
  }
}
