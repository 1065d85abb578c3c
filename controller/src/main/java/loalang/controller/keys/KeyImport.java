// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.keys.KeyStore.Signed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
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

  /** Speakers that join from now on obey this key too. */
  public Future<Void> grant(TrustedKey key, Author by) {
    if (key.issuer() == Issuer.COMMUNE) {
      return Future.failedFuture(
          new ProblemException(
              new Problem(
                  "KEY_LEVEL_INVALID",
                  "A key of the commune is made here, not imported.",
                  "Use keys rotate; import keys of the province or the centre.")));
    }
    Instant now = office.now().instant();
    return storage
        .<Void>write(
            handle -> {
              AuditStore.add(
                  handle,
                  by.did(Deed.KEY_IMPORTED, key.issuer()).to(key.key().id().thumbprint()),
                  now);
              KeyStore.grant(handle, key, by.who(), now);
              return null;
            })
        .compose(stored -> book.refresh());
  }

  /** Passes on what a higher level signed about keys; speakers judge it for themselves. */
  public Future<Void> relay(String envelope, Author by) {
    byte[] bytes = envelope.strip().getBytes(StandardCharsets.US_ASCII);
    Opened opened =
        new EnvelopeVerifier(book.trusted().stream().map(TrustedKey::key).toList())
            .open(MessageType.KEY_STATEMENT, bytes);
    if (opened instanceof Opened.Genuine genuine
        && Wire.KEY_STATEMENT.decode(genuine.payload())
            instanceof Decoded.Understood<KeyStatement> understood
        && understood.value().commune().equals(office.topics().commune())
        && book.mayState(genuine.signer(), understood.value().level())) {
      Signed signed = new Signed(understood.value(), genuine.signer(), bytes);
      Instant now = office.now().instant();
      return storage
          .<Void>write(
              handle -> {
                AuditStore.add(
                    handle,
                    by.did(Deed.KEY_IMPORTED, signed.statement().level()).to(envelope),
                    now);
                return null;
              })
          .compose(noted -> book.store(signed));
    }
    return Future.failedFuture(
        new ProblemException(
            new Problem(
                "KEY_STATEMENT_REFUSED",
                "No key that is known here and may say so signed this statement.",
                "Import the public key of the province first, or ask it for the right file.")));
  }
}
