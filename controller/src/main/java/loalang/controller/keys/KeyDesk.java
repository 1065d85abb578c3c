// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.broker.Outgoing;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.topic.Topics;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which key signs, which keys speakers are told to obey, and how one takes the place of another. On
 * one event loop; what signs may be asked on any thread.
 */
public final class KeyDesk {
  private static final Logger LOG = LoggerFactory.getLogger(KeyDesk.class);

  private final StorageDesk storage;
  private final KeyFiles files;
  private final Office office;
  private final KeyBook book;
  private Optional<Instant> turnAt = Optional.empty();
  private Instant turnedAt;
  private boolean isMoving;
  private Runnable onTurned = () -> {};

  /**
   * Whose keys.
   *
   * @param topics of the commune
   * @param speakers that there are
   * @param publisher sends to the broker
   * @param changed told when the keys do not stand as before
   * @param now what time it is
   */
  public record Office(
      Topics topics,
      Supplier<Collection<SpeakerId>> speakers,
      Function<Outgoing, Future<Void>> publisher,
      Runnable changed,
      InstantSource now) {}

  /** A desk; the key signs until another takes its place. */
  public KeyDesk(StorageDesk storage, KeyFiles files, SigningKey key, Office office) {
    this.storage = storage;
    this.files = files;
    this.office = office;
    this.book = new KeyBook(storage, key, office);
    this.turnedAt = office.now().instant();
  }

  /** Signs with the key of now; any thread. */
  public EnvelopeSigner signer() {
    return book.signer();
  }

  /** Which keys a speaker that joins is told to obey; any thread. */
  public List<TrustedKey> trusted() {
    return book.trusted();
  }

  /** Takes in what higher levels say. */
  public KeyImport imports() {
    return new KeyImport(storage, book, office);
  }

  /** Gives out keys that reach less far. */
  public KeyLending lending() {
    return new KeyLending(storage, book, office);
  }

  /** Told when another key signs. */
  public void onTurned(Runnable listener) {
    onTurned = listener;
  }

  /** Takes up what was said before the start; says at the first start which key is ours. */
  public Future<Void> load() {
    return book.refresh()
        .compose(read -> storage.run(this::isChanging))
        .compose(
            isChanging ->
                book.edition(Issuer.COMMUNE) == 0 && !isChanging
                    ? book.state(List.of(key()), signer())
                    : Future.succeededFuture())
        .compose(stated -> finishIntroduction());
  }

  private boolean isChanging() {
    return files.next().isPresent() || files.former().isPresent();
  }

  /** Publishes the statements that speakers may need. */
  public void publish() {
    book.publish();
  }

  /** How the keys stand now. */
  public Future<KeyStanding> standing() {
    return book.refresh()
        .compose(read -> storage.run(() -> List.of(files.next(), files.former())))
        .map(
            of ->
                new KeyStanding(
                    key().id(),
                    of.get(0).map(one -> one.verifyKey().id()),
                    of.get(1).map(one -> one.verifyKey().id()),
                    book.edition(Issuer.COMMUNE),
                    trusted(),
                    book.takenIn(),
                    book.adopted()));
  }

  /**
   * Another key is made and made known; it signs when every speaker obeys it.
   *
   * @param at when it signs at the latest, whoever does not know it yet; empty waits for everybody
   */
  public Future<KeyStanding> rotate(Optional<Instant> at, Author by) {
    return storage
        .run(() -> files.former().isPresent())
        .compose(
            unfinished ->
                unfinished
                    ? Future.<SigningKey>failedFuture(new ProblemException(KeyProblems.busy()))
                    : storage.run(files::makeNext))
        .compose(next -> note(by, Deed.KEY_ROTATED))
        .compose(
            noted -> {
              turnAt = at;
              return finishIntroduction();
            })
        .compose(stated -> standing());
  }

  /** The former key, or the one that signs while another is introduced, is obeyed no more. */
  public Future<KeyStanding> revoke(Author by) {
    return storage
        .run(this::isChanging)
        .compose(
            possible ->
                possible
                    ? turn()
                    : Future.failedFuture(new ProblemException(KeyProblems.nothingToRevoke())))
        .compose(turned -> note(by, Deed.KEY_REVOKED))
        .compose(noted -> revokeFormer())
        .compose(revoked -> standing());
  }

  private Future<Void> note(Author by, Deed deed) {
    return storage.write(
        handle -> {
          AuditStore.add(handle, by.did(deed, "commune"), office.now().instant());
          return null;
        });
  }

  /** What a report says about keys; in the report's own transaction. */
  public static void take(Handle handle, NumberedReport told, Instant now) {
    if (told.report() instanceof Report.KeysAdopted adopted) {
      KeyStore.adopted(
          handle,
          told.speaker(),
          new KeyStore.TrustedEdition(adopted.level(), adopted.edition()),
          now);
    }
  }

  /** A report was stored: a speaker that follows step by step is shown the next one. */
  public void onStored(NumberedReport told) {
    if (told.report() instanceof Report.KeysAdopted adopted
        && book.edition(adopted.level()) > adopted.edition()) {
      book.publish();
    }
  }

  /** Time has passed: the next step of a change, if everybody is ready for it. */
  public Future<Void> tick() {
    if (isMoving) {
      return Future.succeededFuture();
    }
    isMoving = true;
    return book.refresh()
        .compose(read -> storage.run(this::step))
        .compose(
            step ->
                switch (step) {
                  case TURN -> turn();
                  case REVOKE -> revokeIfNothingHangsOnIt();
                  case FORGET ->
                      storage.run(this::forget).onSuccess(done -> office.changed().run());
                  case NOTHING -> Future.<Void>succeededFuture();
                })
        .onFailure(e -> LOG.error("keys: {}", e.getMessage()))
        .onComplete(done -> isMoving = false);
  }

  private enum Step {
    TURN,
    REVOKE,
    FORGET,
    NOTHING
  }

  private Step step() {
    boolean isDue = turnAt.filter(at -> !office.now().instant().isBefore(at)).isPresent();
    if (files.next().isPresent()) {
      return isDue || allAdopted() ? Step.TURN : Step.NOTHING;
    }
    Optional<SigningKey> former = files.former();
    if (former.isEmpty()) {
      return Step.NOTHING;
    }
    if (former.get().verifyKey().equals(key())) { // a power cut between two files
      return Step.FORGET;
    }
    if (!book.trusts(former.get().verifyKey())) {
      return allAdopted() ? Step.FORGET : Step.NOTHING;
    }
    return Step.REVOKE;
  }

  private boolean allAdopted() {
    long edition = book.edition(Issuer.COMMUNE);
    return office.speakers().get().stream()
        .allMatch(speaker -> book.adopted().getOrDefault(speaker, 0L) >= edition);
  }

  private Future<Void> finishIntroduction() {
    return storage
        .run(files::next)
        .compose(
            next -> {
              Optional<VerifyKey> unknown =
                  next.map(SigningKey::verifyKey).filter(fresh -> !book.trusts(fresh));
              return unknown.isEmpty()
                  ? Future.succeededFuture()
                  : book.state(List.of(key(), unknown.get()), signer());
            });
  }

  private Future<Void> turn() {
    return storage
        .run(() -> files.next().isPresent() ? files.turn() : files.current(signer().key()))
        .map(
            fresh -> {
              book.signWith(fresh);
              turnAt = Optional.empty();
              turnedAt = office.now().instant();
              LOG.info("keyId={} signs from now on", key().id());
              onTurned.run();
              return null;
            });
  }

  private Future<Void> revokeIfNothingHangsOnIt() {
    Instant now = office.now().instant();
    return storage
        .read(handle -> KeyStore.orderedUntil(handle, turnedAt))
        .compose(
            until ->
                until.filter(now::isBefore).isPresent()
                    ? Future.succeededFuture()
                    : revokeFormer());
  }

  private Future<Void> revokeFormer() {
    return book.state(List.of(key()), signer());
  }

  private Void forget() {
    files.forgetFormer();
    return null;
  }

  private VerifyKey key() {
    return book.key();
  }
}
