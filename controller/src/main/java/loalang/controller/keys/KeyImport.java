// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.keys.KeyStore.Signed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** Takes in what the province and the centre say about keys. On one event loop. */
public final class KeyImport {
  private final StorageDesk storage;
  private final KeyBook book;
  private final KeyDesk.Office office;

  KeyImport(StorageDesk storage, KeyBook book, KeyDesk.Office office) {
    this.storage = storage;
    this.book = book;
    this.office = office;
  }

  /**
   * Understands what was handed over; takes nothing in.
   *
   * @param text a public key, or a signed statement
   * @param level of a public key; a statement says it itself
   * @return fails as {@link #grant} and {@link #relay} do, or with KEY_LEVEL_MISSING
   */
  public Future<HandedKeys> look(String text, Optional<Issuer> level) {
    return told(
        () -> key(text, level).map(this::granting).orElseGet(() -> stating(judged(text.strip()))));
  }

  /** What a small file says; bytes that are no ASCII make it no key and no statement. */
  public Future<String> read(Path file) {
    return storage.run(() -> Files.readString(file, StandardCharsets.ISO_8859_1));
  }

  /** Takes in what was handed over; fails as {@link #look} does. */
  public Future<Void> take(String text, Optional<Issuer> level, Author by) {
    return told(() -> key(text, level))
        .compose(key -> key.map(one -> grant(one, by)).orElseGet(() -> relay(text, by)));
  }

  /**
   * Speakers that join from now on obey this key too.
   *
   * @return fails with KEY_LEVEL_INVALID, KEY_IS_OWN or KEY_LEVEL_STATED
   */
  public Future<Void> grant(TrustedKey key, Author by) {
    Instant now = office.now().instant();
    return told(() -> fit(key))
        .compose(
            fit ->
                storage.<Void>write(
                    handle -> {
                      AuditStore.add(
                          handle,
                          by.did(Deed.KEY_IMPORTED, key.issuer()).to(key.key().id().thumbprint()),
                          now);
                      KeyStore.grant(handle, key, by.who(), now);
                      return null;
                    }))
        .compose(stored -> book.refresh())
        .onSuccess(read -> office.changed().run());
  }

  /**
   * Speakers that join from now on are not told of this key any more.
   *
   * @return fails with KEY_NOT_TAKEN_IN
   */
  public Future<Void> takeBack(KeyId key, Author by) {
    Optional<TrustedKey> taken =
        book.takenIn().stream().filter(one -> one.key().id().equals(key)).findFirst();
    if (taken.isEmpty()) {
      return Future.failedFuture(new ProblemException(KeyProblems.notTakenIn(key)));
    }
    Instant now = office.now().instant();
    return storage
        .<Void>write(
            handle -> {
              AuditStore.add(handle, by.did(Deed.KEY_TAKEN_BACK, key.thumbprint()), now);
              KeyStore.ungrant(handle, taken.get());
              return null;
            })
        .compose(stored -> book.refresh())
        .onSuccess(read -> office.changed().run());
  }

  /**
   * Passes on what a higher level signed about keys; speakers judge it for themselves.
   *
   * @return fails with KEY_STATEMENT_REFUSED
   */
  public Future<Void> relay(String envelope, Author by) {
    Instant now = office.now().instant();
    return told(() -> judged(envelope.strip()))
        .compose(
            signed ->
                storage
                    .<Void>write(
                        handle -> {
                          AuditStore.add(
                              handle,
                              by.did(Deed.KEY_IMPORTED, signed.statement().level()).to(envelope),
                              now);
                          return null;
                        })
                    .compose(noted -> book.store(signed)));
  }

  private static <T> Future<T> told(Supplier<T> judged) {
    try {
      return Future.succeededFuture(judged.get());
    } catch (ProblemException e) {
      return Future.failedFuture(e);
    }
  }

  private static Optional<TrustedKey> key(String text, Optional<Issuer> level) {
    try {
      VerifyKey key = new VerifyKey(text.strip());
      return Optional.of(
          new TrustedKey(
              key, level.orElseThrow(() -> new ProblemException(KeyProblems.whoseKey()))));
    } catch (IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  private Optional<Problem> refusal(TrustedKey key) {
    if (key.issuer() == Issuer.COMMUNE) {
      return Optional.of(KeyProblems.notOurs());
    }
    boolean isOwn =
        book.trusted().stream()
            .anyMatch(one -> one.key().equals(key.key()) && one.issuer() == Issuer.COMMUNE);
    if (isOwn) {
      return Optional.of(KeyProblems.own(key.key().id()));
    }
    return book.edition(key.issuer()) > 0
        ? Optional.of(KeyProblems.stated(key.issuer()))
        : Optional.empty();
  }

  private TrustedKey fit(TrustedKey key) {
    Optional<Problem> refusal = refusal(key);
    if (refusal.isPresent()) {
      throw new ProblemException(refusal.get());
    }
    return key;
  }

  private HandedKeys granting(TrustedKey key) {
    return new HandedKeys(key.issuer(), List.of(fit(key)), List.of(), Optional.empty());
  }

  private HandedKeys stating(Signed signed) {
    KeyStatement said = signed.statement();
    Set<VerifyKey> named = said.keys().stream().map(TrustedKey::key).collect(Collectors.toSet());
    return new HandedKeys(
        said.level(),
        said.keys(),
        book.trusted().stream()
            .filter(one -> one.issuer() == said.level() && !named.contains(one.key()))
            .toList(),
        Optional.of(
            new HandedKeys.Signed(signed.signer(), said.edition(), book.edition(said.level()))));
  }

  private Signed judged(String envelope) {
    byte[] bytes = envelope.getBytes(StandardCharsets.US_ASCII);
    Opened opened =
        new EnvelopeVerifier(book.trusted().stream().map(TrustedKey::key).toList())
            .open(MessageType.KEY_STATEMENT, bytes);
    if (opened instanceof Opened.Unverified shut) {
      throw new ProblemException(KeyProblems.refused(shut.why().name()));
    }
    Opened.Genuine genuine = (Opened.Genuine) opened;
    if (!(Wire.KEY_STATEMENT.decode(genuine.payload())
        instanceof Decoded.Understood<KeyStatement> understood)) {
      throw new ProblemException(KeyProblems.refused("it says nothing about keys"));
    }
    KeyStatement said = understood.value();
    if (!said.commune().equals(office.topics().commune())) {
      throw new ProblemException(KeyProblems.refused("it is for commune " + said.commune()));
    }
    if (!book.mayState(genuine.signer(), said.level())) {
      throw new ProblemException(
          KeyProblems.refused("its signer may not speak for level " + said.level().wireName()));
    }
    return new Signed(said, genuine.signer(), bytes);
  }
}
