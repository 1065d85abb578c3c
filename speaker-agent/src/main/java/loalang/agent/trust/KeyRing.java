// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;

/**
 * The keys of each level and how they came to be the ones: first by the grant, then by statements.
 * Immutable.
 *
 * <p>A statement is obeyed if a key of its level or of a higher one signed it and its edition is
 * higher than any that this level of signer, or one above it, has said. A higher level's word also
 * wipes out what lower ones said, so a thief cannot use up the editions. A key with a scope says
 * nothing about keys.
 */
public record KeyRing(Map<Issuer, Level> levels) {
  public KeyRing {
    EnumMap<Issuer, Level> copy = new EnumMap<>(Issuer.class);
    for (Issuer issuer : Issuer.values()) {
      copy.put(issuer, levels.getOrDefault(issuer, Level.NONE));
    }
    levels = Map.copyOf(copy);
  }

  /**
   * The keys of one level.
   *
   * @param keys that speak for it
   * @param heard the highest edition each level of signer has said; none if only the grant spoke
   * @param scopes of those keys that do not reach as far as their level
   */
  public record Level(List<VerifyKey> keys, Map<Issuer, Long> heard, Map<KeyId, KeyScope> scopes) {
    static final Level NONE = new Level(List.of(), Map.of());

    public Level {
      keys = List.copyOf(keys);
      heard = Map.copyOf(heard);
      scopes = Map.copyOf(scopes);
    }

    /** Keys that reach as far as their level. */
    public Level(List<VerifyKey> keys, Map<Issuer, Long> heard) {
      this(keys, heard, Map.of());
    }

    private static Level of(List<TrustedKey> trusted, Map<Issuer, Long> heard) {
      Map<KeyId, KeyScope> scopes = new HashMap<>();
      for (TrustedKey one : trusted) {
        if (one.scope() != null) {
          scopes.put(one.key().id(), one.scope());
        }
      }
      return new Level(trusted.stream().map(TrustedKey::key).toList(), heard, scopes);
    }

    /** The edition that stands; 0 if only the grant spoke. */
    public long edition() {
      return heard.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private long heardFrom(Issuer lowest) {
      return heard.entrySet().stream()
          .filter(entry -> entry.getKey().compareTo(lowest) >= 0)
          .mapToLong(Map.Entry::getValue)
          .max()
          .orElse(0);
    }

    private Level with(KeyStatement statement, Issuer signer) {
      Map<Issuer, Long> then = new EnumMap<>(Issuer.class);
      heard.forEach(
          (level, edition) -> {
            if (level.compareTo(signer) > 0) {
              then.put(level, edition);
            }
          });
      then.put(signer, statement.edition());
      return of(statement.keys(), then);
    }
  }

  /** What came of a statement. */
  public sealed interface Adoption {
    /**
     * It is obeyed.
     *
     * @param next the keys from now on
     */
    record Adopted(KeyRing next) implements Adoption {}

    /** It changes nothing: it is a copy, or older than what stands. */
    record Older() implements Adoption {}

    /** It is not the signer's to say. */
    record NotAllowed() implements Adoption {}
  }

  /** The keys a grant named. */
  public static KeyRing of(List<TrustedKey> granted) {
    Map<Issuer, Level> levels = new EnumMap<>(Issuer.class);
    for (Issuer issuer : Issuer.values()) {
      List<TrustedKey> keys = granted.stream().filter(one -> one.issuer() == issuer).toList();
      levels.put(issuer, Level.of(keys, Map.of()));
    }
    return new KeyRing(levels);
  }

  /** Every key that is obeyed, each once, with the highest level it may speak for. */
  public List<TrustedKey> trusted() {
    Map<KeyId, TrustedKey> byId = new LinkedHashMap<>();
    for (Issuer issuer : Issuer.values()) { // the higher level comes later and stands
      Map<KeyId, KeyScope> scopes = level(issuer).scopes();
      level(issuer)
          .keys()
          .forEach(key -> byId.put(key.id(), new TrustedKey(key, issuer, scopes.get(key.id()))));
    }
    return new ArrayList<>(byId.values());
  }

  /** One level. */
  public Level level(Issuer issuer) {
    return levels.getOrDefault(issuer, Level.NONE);
  }

  /** What a statement of this commune changes, whose signature holds. */
  public Adoption adopt(KeyStatement statement, KeyId signer) {
    Optional<Issuer> speaks =
        trusted().stream()
            .filter(one -> one.key().id().equals(signer) && one.scope() == null)
            .map(TrustedKey::issuer)
            .findFirst();
    Issuer level = statement.level();
    if (speaks.isEmpty() || speaks.get().compareTo(level) < 0) {
      return new Adoption.NotAllowed();
    }
    if (statement.keys().isEmpty() && speaks.get() == level) {
      return new Adoption.NotAllowed(); // nobody makes himself mute for ever
    }
    if (statement.edition() <= level(level).heardFrom(speaks.get())) {
      return new Adoption.Older();
    }
    Map<Issuer, Level> then = new EnumMap<>(levels);
    then.put(level, level(level).with(statement, speaks.get()));
    return new Adoption.Adopted(new KeyRing(then));
  }
}
