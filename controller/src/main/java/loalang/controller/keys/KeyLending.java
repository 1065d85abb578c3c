// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.Issuer;

/**
 * Has speakers obey somebody else's key in the commune's name, in some zones or up to some urgency,
 * and takes that back. On one event loop.
 */
public final class KeyLending {
  private final StorageDesk storage;
  private final KeyBook book;
  private final KeyDesk.Office office;

  KeyLending(StorageDesk storage, KeyBook book, KeyDesk.Office office) {
    this.storage = storage;
    this.book = book;
    this.office = office;
  }

  /**
   * From now on speakers obey this key so far; a scope it had before is over.
   *
   * @return fails with KEY_IS_OWN
   */
  public Future<Void> lend(VerifyKey key, KeyScope scope, Author by) {
    boolean isOwn =
        book.trusted().stream().anyMatch(one -> one.key().equals(key) && one.scope() == null);
    if (isOwn) {
      return Future.failedFuture(new ProblemException(KeyProblems.own(key.id())));
    }
    List<TrustedKey> lent = without(key.id());
    lent.add(new TrustedKey(key, Issuer.COMMUNE, scope));
    return note(by, Deed.KEY_LENT, key.id()).compose(noted -> book.lend(lent));
  }

  /**
   * From now on nobody obeys this key any more.
   *
   * @return fails with KEY_NOT_LENT
   */
  public Future<Void> takeBack(KeyId key, Author by) {
    List<TrustedKey> left = without(key);
    if (left.size() == book.lent().size()) {
      return Future.failedFuture(
          new ProblemException(
              new Problem(
                  "KEY_NOT_LENT",
                  "Key %s is not lent.".formatted(key.thumbprint()),
                  "Look at the page again; somebody may have taken it back.")));
    }
    return note(by, Deed.KEY_TAKEN_BACK, key).compose(noted -> book.lend(left));
  }

  private List<TrustedKey> without(KeyId key) {
    return new ArrayList<>(
        book.lent().stream().filter(one -> !one.key().id().equals(key)).toList());
  }

  private Future<Void> note(Author by, Deed deed, KeyId key) {
    Instant now = office.now().instant();
    return storage.write(
        handle -> {
          AuditStore.add(handle, by.did(deed, key.thumbprint()), now);
          return null;
        });
  }
}
