// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import loalang.protocol.CommuneId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyRingTest {
  private static final SigningKey PROVINCE = SigningKey.generate();
  private static final SigningKey OLD = SigningKey.generate();
  private static final SigningKey NEW = SigningKey.generate();
  private static final SigningKey THIEF = SigningKey.generate();

  private final KeyRing granted =
      KeyRing.of(
          List.of(
              new TrustedKey(OLD.verifyKey(), Issuer.COMMUNE),
              new TrustedKey(PROVINCE.verifyKey(), Issuer.PROVINCE)));

  private static KeyStatement says(Issuer level, long edition, SigningKey... keys) {
    return new KeyStatement(
        new CommuneId("ha-dong"),
        level,
        edition,
        Arrays.stream(keys).map(key -> new TrustedKey(key.verifyKey(), level)).toList());
  }

  private static KeyRing adopted(KeyRing ring, SigningKey by, KeyStatement statement) {
    return assertInstanceOf(
            KeyRing.Adoption.Adopted.class, ring.adopt(statement, by.verifyKey().id()))
        .next();
  }

  private static void assertOlder(KeyRing ring, SigningKey by, KeyStatement statement) {
    assertEquals(new KeyRing.Adoption.Older(), ring.adopt(statement, by.verifyKey().id()));
  }

  private static void assertNotAllowed(KeyRing ring, SigningKey by, KeyStatement statement) {
    assertEquals(new KeyRing.Adoption.NotAllowed(), ring.adopt(statement, by.verifyKey().id()));
  }

  private static Set<SigningKey> commune(KeyRing ring) {
    return Set.copyOf(
        List.of(OLD, NEW, THIEF).stream()
            .filter(key -> ring.level(Issuer.COMMUNE).keys().contains(key.verifyKey()))
            .toList());
  }

  @Test
  void a_key_hands_over_to_the_next_one() {
    KeyRing both = adopted(granted, OLD, says(Issuer.COMMUNE, 1, OLD, NEW));
    KeyRing next = adopted(both, NEW, says(Issuer.COMMUNE, 2, NEW));
    assertEquals(Set.of(NEW), commune(next));
    assertEquals(2, next.level(Issuer.COMMUNE).edition());
    assertNotAllowed(next, OLD, says(Issuer.COMMUNE, 3, OLD));
  }

  @Test
  void editions_never_go_back() {
    KeyRing two = adopted(granted, OLD, says(Issuer.COMMUNE, 2, OLD, NEW));
    assertOlder(two, OLD, says(Issuer.COMMUNE, 2, OLD));
    assertOlder(two, OLD, says(Issuer.COMMUNE, 1, OLD));
  }

  @Test
  void a_stranger_and_a_lower_level_say_nothing() {
    assertNotAllowed(granted, THIEF, says(Issuer.COMMUNE, 1, THIEF));
    assertNotAllowed(granted, OLD, says(Issuer.PROVINCE, 1, OLD));
    assertNotAllowed(granted, PROVINCE, says(Issuer.CENTRE, 1, PROVINCE));
  }

  @Test
  void nobody_makes_his_own_level_mute_but_the_level_above_may() {
    assertNotAllowed(granted, OLD, says(Issuer.COMMUNE, 1));
    assertEquals(Set.of(), commune(adopted(granted, PROVINCE, says(Issuer.COMMUNE, 1))));
  }

  @Test
  void a_thief_who_used_up_the_editions_is_replaced_by_the_province_for_good() {
    // Given
    KeyStatement theft = says(Issuer.COMMUNE, Long.MAX_VALUE, THIEF);
    KeyRing stolen = adopted(granted, OLD, theft);

    // When
    KeyRing saved = adopted(stolen, PROVINCE, says(Issuer.COMMUNE, 1, NEW));

    // Then
    assertEquals(Set.of(NEW), commune(saved));
    assertNotAllowed(saved, THIEF, theft);
    assertNotAllowed(saved, OLD, theft);
    KeyRing later = adopted(saved, NEW, says(Issuer.COMMUNE, 2, NEW, OLD));
    assertOlder(later, PROVINCE, says(Issuer.COMMUNE, 1, NEW));
  }

  @Test
  void a_statement_of_the_commune_numbered_below_the_provinces_is_older() {
    KeyRing saved = adopted(granted, PROVINCE, says(Issuer.COMMUNE, 5, OLD, NEW));
    assertOlder(saved, OLD, says(Issuer.COMMUNE, 5, OLD));
    assertEquals(Set.of(OLD), commune(adopted(saved, NEW, says(Issuer.COMMUNE, 6, OLD))));
  }

  @Test
  void a_key_named_at_two_levels_speaks_for_the_higher() {
    KeyRing odd = adopted(granted, PROVINCE, says(Issuer.COMMUNE, 1, OLD, PROVINCE));
    List<TrustedKey> trusted = odd.trusted();
    assertEquals(
        List.of(Issuer.PROVINCE),
        trusted.stream()
            .filter(one -> one.key().equals(PROVINCE.verifyKey()))
            .map(TrustedKey::issuer)
            .toList());
  }
}
