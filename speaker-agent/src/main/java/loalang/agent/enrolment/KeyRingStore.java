// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import loalang.agent.disk.DurableFile;
import loalang.agent.trust.KeyRing;
import loalang.protocol.Digest;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.Issuer;

/**
 * The keys that are obeyed, beside the identity: the grant's until a statement changed them. The
 * file ends with the digest of what stands before, so that a damaged one is never half believed.
 */
public final class KeyRingStore {
  private static final String SUM = "sum=";

  private final Path file;

  /** A store inside the agent's state directory. */
  public KeyRingStore(Path stateDirectory) {
    this.file = stateDirectory.resolve("identity").resolve("keys.properties");
  }

  /**
   * The keys to obey.
   *
   * @param granted what the office named when the pole joined
   * @throws ProblemException KEYS_UNREADABLE if the file is damaged: a pole that does not know
   *     which keys were revoked obeys none
   */
  public KeyRing load(List<TrustedKey> granted) {
    if (!Files.exists(file)) {
      return KeyRing.of(granted);
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int end = text.lastIndexOf(SUM);
      String before = end < 0 ? "" : text.substring(0, end);
      if (end < 0 || !text.substring(end).equals(SUM + digest(before) + "\n")) {
        throw new IllegalArgumentException("its digest is wrong");
      }
      Properties properties = new Properties();
      properties.load(new StringReader(before));
      return ring(properties);
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "KEYS_UNREADABLE",
              "The keys in %s are damaged: %s.".formatted(file, e.getMessage()),
              "Move the directory \"identity\" away and enrol again with a new --ticket."),
          e);
    }
  }

  private static KeyRing ring(Properties properties) {
    Map<Issuer, KeyRing.Level> levels = new EnumMap<>(Issuer.class);
    for (Issuer issuer : Issuer.values()) {
      List<VerifyKey> keys = new ArrayList<>();
      for (String x : properties.getProperty(name(issuer, "keys"), "").split(" ", -1)) {
        if (!x.isEmpty()) {
          keys.add(new VerifyKey(x));
        }
      }
      Map<Issuer, Long> heard = new EnumMap<>(Issuer.class);
      for (Issuer signer : Issuer.values()) {
        String edition = properties.getProperty(name(issuer, "edition." + signer.name()));
        if (edition != null) {
          heard.put(signer, Long.valueOf(edition));
        }
      }
      Map<KeyId, KeyScope> scopes = new HashMap<>();
      for (VerifyKey key : keys) {
        String scope = properties.getProperty(scopeName(issuer, key.id()));
        if (scope != null) {
          scopes.put(key.id(), ScopeText.read(scope));
        }
      }
      levels.put(issuer, new KeyRing.Level(keys, heard, scopes));
    }
    return new KeyRing(levels);
  }

  /**
   * Keeps the keys; after a power cut the file is the old or the new one.
   *
   * @throws ProblemException KEYS_NOT_STORED
   */
  public void store(KeyRing ring) {
    Path draft = file.resolveSibling("keys.new");
    try {
      DurableFile.write(draft, text(ring).getBytes(StandardCharsets.UTF_8));
      DurableFile.place(draft, file);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "KEYS_NOT_STORED",
              "The keys cannot be written to %s: %s.".formatted(file, e.getMessage()),
              "Free space on the disk; the keys of before hold until they are written."),
          e);
    }
  }

  private static String text(KeyRing ring) {
    StringBuilder text = new StringBuilder();
    for (Issuer issuer : Issuer.values()) {
      KeyRing.Level level = ring.level(issuer);
      List<String> keys = level.keys().stream().map(VerifyKey::x).toList();
      text.append("%s=%s\n".formatted(name(issuer, "keys"), String.join(" ", keys)));
      level
          .heard()
          .forEach(
              (signer, edition) ->
                  text.append(
                      "%s=%d\n".formatted(name(issuer, "edition." + signer.name()), edition)));
      level
          .scopes()
          .forEach(
              (key, scope) ->
                  text.append("%s=%s\n".formatted(scopeName(issuer, key), ScopeText.write(scope))));
    }
    return text + SUM + digest(text.toString()) + "\n";
  }

  private static String scopeName(Issuer issuer, KeyId key) {
    return name(issuer, "scope.") + key; // capitals count in the name of a key
  }

  private static String name(Issuer issuer, String what) {
    return (issuer.name() + "." + what).toLowerCase(Locale.ROOT);
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
