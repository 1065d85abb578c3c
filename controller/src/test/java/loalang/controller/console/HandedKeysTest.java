// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import loalang.controller.kit.Account;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.TestOffice;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An admin takes in what the province and the centre hand over, after it was shown. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandedKeysTest {
  private static final String HERE = "/office/keys/handed";

  private final SigningKey province = SigningKey.generate();
  private final SigningKey desk = SigningKey.generate(); // the province's, for the market alone
  private TestOffice office;
  private Clerk admin;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    Account.make(office, "quan-tri", "admin");
    admin = new Clerk(office).logIn("quan-tri", Account.PASSWORD);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_provinces_key_is_shown_taken_in_and_then_limited_by_what_the_province_signs() {
    String key = province.verifyKey().x();
    String spoken = spoken(province.verifyKey().id());

    // A statement of a key that nobody knows here.
    KeyScope market = new KeyScope(Set.of(new PagingZone("cho")), Priority.ROUTINE);
    String signed = statement("ha-dong", 5, market);
    assertRefused("KEY_STATEMENT_REFUSED", Map.of("text", signed));
    assertRefused("KEY_LEVEL_MISSING", Map.of("text", key));

    // The key itself: shown, and nothing is changed by that.
    Clerk.Page shown = admin.post(HERE, Map.of("text", key, "level", "province"));
    assertTrue(shown.text().contains(spoken), shown.text());
    assertTrue(shown.text().contains("Khóa công khai của tỉnh"), shown.text());
    assertTrue(shown.text().contains("kể cả tin khẩn cấp"), shown.text());
    assertFalse(keys().contains(province.verifyKey().id().thumbprint()));

    Map<String, String> sure = Map.of("text", key, "level", "province", "sure", "yes");
    assertEquals("/office/keys?said=key-taken-in", admin.post(HERE, sure).location());
    assertTrue(keys().contains("nhận bằng tay"), keys());

    // What it signs is said in words, from a file too; poles hear it.
    try (FakeNode pole = FakeNode.join(office.officer().ticket("cho-1", "cho")).hearPlans()) {
      assertTrue(pole.trusts(province.verifyKey()));
      String own = Objects.requireNonNull(pole.nextStatement().keys().get(0)).key().x();
      assertRefused("KEY_IS_OWN", Map.of("text", own, "level", "province"));
      byte[] bytes = (signed + "\n").getBytes(StandardCharsets.US_ASCII);
      String read = admin.upload(HERE, "khoa-tinh.txt", bytes).text();
      assertTrue(read.contains("Văn bản đã ký về khóa của tỉnh"), read);
      assertTrue(read.contains("chỉ tới cho; cao nhất thông thường"), read);
      assertEquals(303, admin.post(HERE, Map.of("text", signed, "sure", "yes")).status());
      KeyStatement heard = pole.nextStatement();
      while (heard.level() != Issuer.PROVINCE) {
        heard = pole.nextStatement();
      }
      assertEquals(5, heard.edition());
    }
    assertTrue(keys().contains("theo văn bản cấp đó đã ký"), keys());

    // Older than what is known; and a key by hand beside it would not be obeyed.
    String again = admin.post(HERE, Map.of("text", signed)).text();
    assertTrue(again.contains("Đã biết lần ban hành 5"), again);
    String other = SigningKey.generate().verifyKey().x();
    assertRefused("KEY_LEVEL_STATED", Map.of("text", other, "level", "province", "sure", "yes"));
    Map<String, String> id = Map.of("id", province.verifyKey().id().thumbprint());
    assertTrue(admin.post(HERE + "/back", id).text().contains("KEY_NOT_TAKEN_IN"));
  }

  @Test
  void a_key_that_was_taken_in_by_hand_is_dropped_again_and_the_log_knows() {
    SigningKey centre = SigningKey.generate();
    Map<String, String> taken =
        Map.of("text", centre.verifyKey().x(), "level", "centre", "sure", "yes");
    assertEquals(303, admin.post(HERE, taken).status());
    Map<String, String> id = Map.of("id", centre.verifyKey().id().thumbprint());

    assertEquals("/office/keys?said=key-given-back", admin.post(HERE + "/back", id).location());

    assertFalse(keys().contains(centre.verifyKey().id().thumbprint()));
    String log = admin.get("/office/audit?who=quan-tri").text();
    assertTrue(log.contains("nhận khóa cấp trên") && log.contains("thu lại khóa"), log);
  }

  @Test
  void what_is_no_key_and_what_no_known_key_signed_is_refused_with_its_code() {
    assertRefused("KEY_STATEMENT_REFUSED", Map.of("text", "không phải khóa"));
    assertRefused("KEY_STATEMENT_REFUSED", Map.of("text", ""));
    assertRefused("KEY_STATEMENT_REFUSED", Map.of("text", statement("ha-tay", 1, null)));
  }

  @Test
  void only_admins_come_in() {
    Account.make(office, "lan", "officer");
    Clerk officer = new Clerk(office).logIn("lan", Account.PASSWORD);

    assertEquals(403, officer.get(HERE).status());
    assertEquals(403, officer.post(HERE, Map.of("text", "x", "sure", "yes")).status());
    assertEquals(403, officer.post(HERE + "/back", Map.of("id", "x".repeat(43))).status());
    assertEquals(303, new Clerk(office).post(HERE, Map.of("text", "x")).status());
  }

  private void assertRefused(String code, Map<String, String> form) {
    Clerk.Page refused = admin.post(HERE, form);
    assertEquals(422, refused.status());
    assertTrue(refused.text().contains(code), refused.text());
  }

  private String keys() {
    return admin.get("/office/keys").text();
  }

  private static String spoken(KeyId id) {
    return id.thumbprint().substring(0, 4) + " " + id.thumbprint().substring(4, 8);
  }

  private String statement(String commune, long edition, @Nullable KeyScope scope) {
    KeyStatement statement =
        new KeyStatement(
            new CommuneId(commune),
            Issuer.PROVINCE,
            edition,
            List.of(
                new TrustedKey(province.verifyKey(), Issuer.PROVINCE),
                new TrustedKey(desk.verifyKey(), Issuer.PROVINCE, scope)));
    byte[] sealed =
        new EnvelopeSigner(province)
            .seal(MessageType.KEY_STATEMENT, Wire.KEY_STATEMENT.encode(statement));
    return new String(sealed, StandardCharsets.US_ASCII);
  }
}
