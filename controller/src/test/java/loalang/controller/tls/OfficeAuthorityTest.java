// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import loalang.protocol.CommuneId;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfficeAuthorityTest {
  private static final CommuneId COMMUNE = new CommuneId("ha-dong");
  private final Instant now = Instant.now();
  @TempDir private Path data = Path.of("");

  private BrokerCertificate certificate(Instant when, String... hosts) {
    return new OfficeAuthority(COMMUNE, List.of(hosts)).certificate(data.resolve("tls"), when);
  }

  @Test
  void a_certificate_is_made_once_and_found_again() {
    BrokerCertificate made = certificate(now, "loa.example.vn");
    assertEquals(made, certificate(now, "loa.example.vn"));
    assertEquals(2, made.chain().size());
    assertTrue(made.expires().isAfter(now.plus(Duration.ofDays(390))));
    assertTrue(
        made.authority().getNotAfter().toInstant().isAfter(Instant.parse("2059-01-01T00:00:00Z")));
  }

  @Test
  void shortly_before_its_end_the_broker_gets_another_and_the_pin_of_the_poles_holds() {
    BrokerCertificate first = certificate(now);
    BrokerCertificate second = certificate(first.expires().minus(Duration.ofDays(30)));
    assertNotEquals(first.chain().get(0), second.chain().get(0));
    assertEquals(first.pin(), second.pin());
    assertEquals(first.password(), second.password(), "the broker reads the same key store again");
    assertEquals(first.keyStore(), second.keyStore());
  }

  @Test
  void a_new_address_gets_a_new_certificate_and_an_old_one_does_not() throws Exception {
    BrokerCertificate first = certificate(now);
    BrokerCertificate second = certificate(now, "10.1.2.3", "loa.example.vn");
    assertNotEquals(first.chain().get(0), second.chain().get(0));
    Set<Object> names = new java.util.HashSet<>();
    second.chain().get(0).getSubjectAlternativeNames().forEach(name -> names.add(name.get(1)));
    assertEquals(Set.of("localhost", "127.0.0.1", "10.1.2.3", "loa.example.vn"), names);
    assertEquals(second, certificate(now));
  }

  @Test
  void every_file_is_its_owners_alone_and_the_brokers_store_lacks_the_authoritys_key()
      throws Exception {
    BrokerCertificate made = certificate(now);
    try (Stream<Path> files = Files.list(data.resolve("tls"))) {
      for (Path file : files.filter(f -> !f.endsWith("ca.pem")).toList()) {
        assertEquals("rw-------", rights(file), file.toString());
      }
    }
    assertEquals("rwx------", rights(data.resolve("tls")));
    KeyStore store = KeyStore.getInstance(made.keyStore().toFile(), made.password().toCharArray());
    assertEquals(List.of("broker"), Collections.list(store.aliases()));
    assertFalse(made.toString().contains(made.password()));
  }

  @Test
  void a_name_no_certificate_can_carry_is_refused() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> certificate(now, "a host,dns:evil"));
    assertEquals("MQTT_ADDRESS_INVALID", refused.problem().code());
  }

  @Test
  void a_damaged_store_is_named_with_the_next_step() throws IOException {
    Files.writeString(certificate(now).keyStore(), "not a key store");
    ProblemException damaged = assertThrows(ProblemException.class, () -> certificate(now));
    assertEquals("CERTIFICATE_DAMAGED", damaged.problem().code());
  }

  @Test
  void an_operators_files_are_taken_if_they_belong_together() throws Exception {
    BrokerTls.Files files = exported(certificate(now));
    BrokerCertificate taken = OperatorFiles.read(files, data.resolve("other"), now);
    assertEquals(certificate(now).chain(), taken.chain());
    assertEquals("rw-------", rights(taken.keyStore()));
    assertEquals(certificate(now).authority(), OperatorFiles.authority(files.chain()));

    BrokerTls.Files stranger = exported(certificate(now, "10.9.9.9")); // another key
    BrokerTls.Files mixed = new BrokerTls.Files(files.chain(), stranger.key());
    assertInvalid(mixed, now);
    assertInvalid(files, taken.expires().plusSeconds(1));
    assertInvalid(new BrokerTls.Files(files.key(), files.key()), now);
    assertInvalid(new BrokerTls.Files(files.chain(), data.resolve("missing")), now);
  }

  private void assertInvalid(BrokerTls.Files files, Instant when) {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> OperatorFiles.read(files, data.resolve("third"), when));
    assertEquals("CERTIFICATE_FILES_INVALID", refused.problem().code());
  }

  private BrokerTls.Files exported(BrokerCertificate certificate) throws Exception {
    Path folder = Files.createTempDirectory(data, "pem");
    PemFiles.write(certificate, folder);
    return new BrokerTls.Files(folder.resolve("broker.pem"), folder.resolve("broker.key"));
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
