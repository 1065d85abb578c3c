// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import loalang.agent.trust.KeyRing;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyRingStoreTest {
  private static final List<TrustedKey> GRANTED =
      List.of(new TrustedKey(SigningKey.generate().verifyKey(), Issuer.COMMUNE));
  private static final KeyRing CHANGED =
      new KeyRing(
          Map.of(
              Issuer.COMMUNE,
              new KeyRing.Level(
                  List.of(SigningKey.generate().verifyKey(), SigningKey.generate().verifyKey()),
                  Map.of(Issuer.COMMUNE, 7L, Issuer.PROVINCE, 5L)),
              Issuer.PROVINCE,
              new KeyRing.Level(List.of(SigningKey.generate().verifyKey()), Map.of())));

  private Path file;
  private KeyRingStore store;

  @BeforeEach
  void a_pole(@TempDir Path directory) throws IOException {
    file = Files.createDirectories(directory.resolve("identity")).resolve("keys.properties");
    store = new KeyRingStore(directory);
  }

  @Test
  void until_a_statement_came_the_grant_counts() {
    assertEquals(KeyRing.of(GRANTED), store.load(GRANTED));
  }

  @Test
  void what_was_stored_comes_back_and_the_grant_does_not() {
    store.store(CHANGED);
    assertEquals(CHANGED, store.load(GRANTED));
    store.store(KeyRing.of(List.of()));
    assertEquals(KeyRing.of(List.of()), store.load(GRANTED));
  }

  @Test
  void a_file_torn_at_any_byte_is_never_half_believed() throws IOException {
    store.store(CHANGED);
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      ProblemException e = assertThrows(ProblemException.class, () -> store.load(GRANTED));
      assertEquals("KEYS_UNREADABLE", e.problem().code());
    }
  }

  @Test
  void a_file_with_any_byte_changed_is_never_believed() throws IOException {
    store.store(CHANGED);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] rotten = whole.clone();
      rotten[at] ^= 1;
      Files.write(file, rotten);
      assertThrows(ProblemException.class, () -> store.load(GRANTED), "byte " + at);
    }
  }

  @Test
  void a_draft_left_by_a_power_cut_changes_nothing() throws IOException {
    store.store(CHANGED);
    Files.writeString(file.resolveSibling("keys.new"), "commune.keys=");
    assertEquals(CHANGED, store.load(GRANTED));
  }

  @Test
  void what_cannot_be_stored_says_so() throws IOException {
    Files.createDirectory(file.resolveSibling("keys.new"));
    ProblemException e = assertThrows(ProblemException.class, () -> store.store(CHANGED));
    assertEquals("KEYS_NOT_STORED", e.problem().code());
  }
}
