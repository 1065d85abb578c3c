// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/**
 * The door: the commune's dictionary. A change is in force for the next reading as soon as it is on
 * the disk. On one event loop; {@link #edition} on any thread.
 */
public final class CommuneDictionary {
  private final StorageDesk storage;
  private final InstantSource now;
  private volatile Edition edition = Edition.of(0, List.of()); // written on the event loop alone

  /** A dictionary that knows only what ships; {@link #load} adds what is stored. */
  public CommuneDictionary(StorageDesk storage, InstantSource now) {
    this.storage = storage;
    this.now = now;
  }

  /**
   * Who changed something and when.
   *
   * @param by an account, or the command line
   * @param at when
   */
  record Signature(String by, Instant at) {}

  /**
   * All rows in force.
   *
   * @param version the dictionary's
   * @param rows by written form
   */
  public record Contents(long version, List<KeptRow> rows) {
    public Contents {
      rows = List.copyOf(rows);
    }
  }

  /** Takes in what is stored; the answer is the version that is in force. */
  public Future<Long> load() {
    return change(handle -> {}).map(Contents::version);
  }

  /** What is in force for a reading that begins now. */
  public Edition edition() {
    return edition;
  }

  /** Every row in force. */
  public Future<Contents> contents() {
    return storage.read(DictionaryStore::contents);
  }

  /** The newest changes first, of one written form or of all. */
  public Future<List<DictionaryChange>> history(Optional<String> written, int limit) {
    return storage.read(handle -> DictionaryStore.history(handle, written, limit));
  }

  /**
   * Sets a row.
   *
   * @param seen the version of the row that the writer saw, 0 if there was none; empty if he does
   *     not mind
   * @param by who writes
   * @return fails with DICTIONARY_LINE_INVALID, DICTIONARY_CHANGED or DICTIONARY_FULL
   */
  public Future<Contents> put(DictionaryRow row, OptionalLong seen, Author by) {
    Signature signature = new Signature(by.who(), now.instant());
    return change(
        handle -> {
          note(handle, by, row.written());
          DictionaryTable.checked(row);
          Optional<KeptRow> there = DictionaryStore.find(handle, row.key());
          refuseIfOther(row.written(), there, seen);
          putIfNew(handle, row, signature);
          DictionaryTable.refuseIfFull(DictionaryStore.count(handle));
        });
  }

  /**
   * Takes a row out.
   *
   * @param seen the version of the row that the writer saw; empty if he does not mind
   * @return fails with DICTIONARY_ENTRY_UNKNOWN or DICTIONARY_CHANGED
   */
  public Future<Contents> remove(DictionaryRow.Key key, OptionalLong seen, Author by) {
    Signature signature = new Signature(by.who(), now.instant());
    return change(
        handle -> {
          note(handle, by, key.written());
          Optional<KeptRow> there = DictionaryStore.find(handle, key);
          refuseIfOther(key.written(), there, seen);
          DictionaryStore.remove(
              handle, there.orElseThrow(() -> unknown(key.written())).row(), signature);
        });
  }

  /**
   * Takes a whole table in, or nothing of it.
   *
   * @param replace whether rows that the table does not have are taken out
   * @return fails with DICTIONARY_LINE_INVALID, DICTIONARY_ROW_TWICE or DICTIONARY_FULL
   */
  public Future<Contents> importTable(String table, boolean replace, Author by) {
    Signature signature = new Signature(by.who(), now.instant());
    return storage
        .run(() -> DictionaryTable.read(table))
        .compose(
            rows ->
                change(
                    handle -> {
                      note(handle, by, "*");
                      putAll(handle, rows, replace, signature);
                    }));
  }

  /** The rows in force with one more, read but not kept; fails with DICTIONARY_LINE_INVALID. */
  public Future<Edition> with(DictionaryRow row) {
    return storage
        .run(() -> DictionaryTable.checked(row))
        .compose(good -> contents())
        .compose(contents -> storage.run(() -> with(row, contents)));
  }

  private static Edition with(DictionaryRow row, Contents contents) {
    List<DictionaryRow> rows = new ArrayList<>(rowsOf(contents));
    rows.removeIf(other -> other.key().equals(row.key()));
    rows.add(row);
    return Edition.of(contents.version(), rows);
  }

  private void note(Handle handle, Author by, String written) {
    AuditStore.add(handle, by.did(Deed.DICTIONARY_CHANGED, written), now.instant());
  }

  private Future<Contents> change(Consumer<Handle> work) {
    return storage
        .write(
            handle -> {
              work.accept(handle);
              return DictionaryStore.contents(handle);
            })
        .compose(contents -> storage.run(() -> made(contents)))
        .map(this::putInForce);
  }

  private record Made(Contents contents, Edition edition) {}

  private Made made(Contents contents) {
    Edition now = edition();
    return new Made(
        contents,
        contents.version() == now.version()
            ? now
            : Edition.of(contents.version(), rowsOf(contents)));
  }

  /** Two answers may come back in the other order than their changes were made in. */
  private Contents putInForce(Made made) {
    if (made.edition().version() > edition.version()) {
      edition = made.edition();
    }
    return made.contents();
  }

  private static List<DictionaryRow> rowsOf(Contents contents) {
    return contents.rows().stream().map(KeptRow::row).toList();
  }

  private static void putIfNew(Handle handle, DictionaryRow row, Signature signature) {
    boolean isThere =
        DictionaryStore.find(handle, row.key()).map(KeptRow::row).filter(row::equals).isPresent();
    if (!isThere) {
      DictionaryStore.put(handle, row, signature);
    }
  }

  private static void putAll(
      Handle handle, List<DictionaryRow> rows, boolean replace, Signature signature) {
    if (replace) {
      removeOthers(handle, rows, signature);
    }
    rows.forEach(row -> putIfNew(handle, row, signature));
    DictionaryTable.refuseIfFull(DictionaryStore.count(handle));
  }

  private static void removeOthers(Handle handle, List<DictionaryRow> rows, Signature signature) {
    Set<DictionaryRow.Key> kept = new HashSet<>();
    rows.forEach(row -> kept.add(row.key()));
    for (KeptRow old : DictionaryStore.rows(handle)) {
      if (!kept.contains(old.row().key())) {
        DictionaryStore.remove(handle, old.row(), signature);
      }
    }
  }

  private static void refuseIfOther(String written, Optional<KeptRow> there, OptionalLong seen) {
    long version = there.map(KeptRow::version).orElse(0L);
    if (seen.isPresent() && seen.getAsLong() != version) {
      String what =
          there
              .map(
                  row ->
                      "says \"%s\" since %s by %s"
                          .formatted(row.row().spoken(), row.at(), row.by()))
              .orElse("is no longer in the dictionary");
      throw new ProblemException(
          new Problem(
              "DICTIONARY_CHANGED",
              "\"%s\" was changed by somebody else: it %s.".formatted(written, what),
              "Look at the row again and decide anew; its version is %d.".formatted(version)));
    }
  }

  private static ProblemException unknown(String written) {
    return new ProblemException(
        new Problem(
            "DICTIONARY_ENTRY_UNKNOWN",
            "The commune's dictionary has no row \"%s\" beside these neighbours."
                .formatted(written.length() <= 80 ? written : written.substring(0, 80) + "…"),
            "GET /api/v1/dictionary lists the rows; a row is named by its form and its when."));
  }
}
