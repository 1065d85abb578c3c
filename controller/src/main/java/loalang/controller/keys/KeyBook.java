// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import loalang.controller.broker.Outgoing;
import loalang.controller.keys.KeyStore.Signed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import loalang.protocol.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was said about keys, by whom, and who obeys it. On one event loop; what signs and what is
 * trusted may be asked on any thread.
 */
final class KeyBook {
  private static final Logger LOG = LoggerFactory.getLogger(KeyBook.class);

  private final StorageDesk storage;
  private final KeyDesk.Office office;
  private final AtomicReference<EnvelopeSigner> signer;
  private final AtomicReference<List<TrustedKey>> trusted;
  private Said said = new Said(List.of(), Map.of(), List.of());

  KeyBook(StorageDesk storage, SigningKey key, KeyDesk.Office office) {
    this.storage = storage;
    this.office = office;
    this.signer = new AtomicReference<>(new EnvelopeSigner(key));
    this.trusted = new AtomicReference<>(List.of(new TrustedKey(key.verifyKey(), Issuer.COMMUNE)));
  }

  private record Said(
      List<Signed> statements, Map<SpeakerId, Long> adopted, List<TrustedKey> granted) {
    Optional<Signed> newest(Issuer level) {
      return statements.stream()
          .filter(one -> one.statement().level() == level)
          .max(Comparator.comparing(one -> one.statement().edition()));
    }
  }

  EnvelopeSigner signer() {
    return Objects.requireNonNull(signer.get());
  }

  VerifyKey key() {
    return signer().key().verifyKey();
  }

  void signWith(SigningKey key) {
    signer.set(new EnvelopeSigner(key));
  }

  List<TrustedKey> trusted() {
    return Objects.requireNonNull(trusted.get());
  }

  boolean trusts(VerifyKey key) {
    return trusted().stream().anyMatch(one -> one.key().equals(key));
  }

  /** True if this key may speak about the keys of a level. */
  boolean mayState(KeyId by, Issuer level) {
    return trusted().stream()
        .anyMatch(
            one ->
                one.key().id().equals(by)
                    && one.scope() == null
                    && one.issuer().compareTo(level) >= 0);
  }

  /** The newest edition of a level; 0 if nothing was said. */
  long edition(Issuer level) {
    return said.newest(level).map(one -> one.statement().edition()).orElse(0L);
  }

  Map<SpeakerId, Long> adopted() {
    return said.adopted();
  }

  /** Publishes the newest statement of each signer. */
  void publish() {
    Map<KeyId, Signed> newestOfSigner = new LinkedHashMap<>();
    said.statements().forEach(one -> newestOfSigner.put(one.signer(), one));
    newestOfSigner.values().forEach(this::publish);
  }

  /** Says which keys of the commune are obeyed from now on; what was lent stays lent. */
  Future<Void> state(List<VerifyKey> keys, EnvelopeSigner by) {
    List<TrustedKey> all =
        new ArrayList<>(keys.stream().map(key -> new TrustedKey(key, Issuer.COMMUNE)).toList());
    all.addAll(lent());
    return stateAll(all, by);
  }

  /** Keys of the commune that reach less far than its own. */
  List<TrustedKey> lent() {
    return ofCommune().stream().filter(one -> one.scope() != null).toList();
  }

  /** Says which keys are lent from now on; the commune's own stay as they are. */
  Future<Void> lend(List<TrustedKey> lent) {
    List<TrustedKey> all =
        new ArrayList<>(ofCommune().stream().filter(one -> one.scope() == null).toList());
    all.addAll(lent);
    return stateAll(all, signer());
  }

  /** Keys of higher levels that were taken in by hand, and of whose level nothing was signed. */
  List<TrustedKey> takenIn() {
    return said.granted().stream().filter(one -> said.newest(one.issuer()).isEmpty()).toList();
  }

  private List<TrustedKey> ofCommune() {
    return trusted().stream().filter(one -> one.issuer() == Issuer.COMMUNE).toList();
  }

  private Future<Void> stateAll(List<TrustedKey> keys, EnvelopeSigner by) {
    long edition = edition(Issuer.COMMUNE) + 1;
    KeyStatement statement =
        new KeyStatement(office.topics().commune(), Issuer.COMMUNE, edition, keys);
    byte[] envelope = by.seal(MessageType.KEY_STATEMENT, Wire.KEY_STATEMENT.encode(statement));
    return store(new Signed(statement, by.key().verifyKey().id(), envelope));
  }

  Future<Void> store(Signed signed) {
    Instant now = office.now().instant();
    return storage
        .<Void>write(
            handle -> {
              KeyStore.put(handle, signed, now);
              return null;
            })
        .compose(stored -> refresh())
        .onSuccess(read -> publish(signed))
        .onSuccess(read -> office.changed().run());
  }

  /** Reads what is stored. */
  Future<Void> refresh() {
    return storage
        .read(
            handle ->
                new Said(
                    KeyStore.all(handle),
                    KeyStore.adopted(handle, Issuer.COMMUNE),
                    KeyStore.granted(handle)))
        .map(
            read -> {
              said = read;
              trusted.set(trustedBy(read));
              return null;
            });
  }

  private List<TrustedKey> trustedBy(Said known) {
    List<TrustedKey> all = new ArrayList<>();
    for (Issuer level : Issuer.values()) {
      Optional<Signed> newest = known.newest(level);
      if (newest.isPresent()) {
        all.addAll(newest.get().statement().keys());
      } else if (level == Issuer.COMMUNE) {
        all.add(new TrustedKey(key(), level));
      } else {
        known.granted().stream().filter(one -> one.issuer() == level).forEach(all::add);
      }
    }
    return List.copyOf(all);
  }

  private void publish(Signed signed) {
    office
        .publisher()
        .apply(Outgoing.kept(office.topics().keys(signed.signer()), signed.envelope()))
        .onFailure(e -> LOG.info("keyId={} statement waits: {}", signed.signer(), e.getMessage()));
  }
}
