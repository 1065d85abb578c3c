// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import loalang.controller.audit.Author;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.SheetEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Single things in the sheets: found, changed in the sheet they stand in, taken out. One change
 * after the other, so that none undoes another. On one event loop.
 */
public final class ItemDesk {
  /** Where new things go. */
  public static final SheetName USUAL = new SheetName("lich-phat");

  private static final Logger LOG = LoggerFactory.getLogger(ItemDesk.class);

  private final SheetDesk sheets;
  private final StorageDesk storage;
  private Future<?> last = Future.succeededFuture();

  ItemDesk(SheetDesk sheets, StorageDesk storage) {
    this.sheets = sheets;
    this.storage = storage;
  }

  /**
   * A thing and where it stands.
   *
   * @param sheet its name
   * @param thing what
   */
  public record Found(SheetName sheet, Thing thing) {}

  /**
   * What a change comes to.
   *
   * @param lost comments of the sheet that cannot be kept
   * @param taken what changed, or would change
   */
  public record Proposal(List<String> lost, SheetDesk.Taken taken) {
    public Proposal {
      lost = List.copyOf(lost);
    }
  }

  private record Draft(SheetName sheet, SheetEdit.Edited edited) {}

  /** Everything that stands in a sheet and can be changed by itself. */
  public Future<List<Found>> all() {
    return sheets.all().compose(kept -> storage.run(() -> found(kept)));
  }

  /** A thing by its name; fails with ITEM_UNKNOWN. */
  public Future<Found> find(Thing.Key key) {
    return all().map(all -> last(all, key).orElseThrow(() -> unknown(key)));
  }

  /** What putting a thing in would change; changes nothing. */
  public Future<Proposal> preview(Thing thing) {
    return draft(thing.key(), Optional.of(thing)).compose(this::preview);
  }

  /** What taking a thing out would change; changes nothing. Fails with ITEM_UNKNOWN. */
  public Future<Proposal> previewRemoval(Thing.Key key) {
    return draft(key, Optional.empty()).compose(this::preview);
  }

  /** Puts a thing in, in place of what has its name. */
  public Future<Proposal> put(Thing thing, Author by) {
    return next(() -> draft(thing.key(), Optional.of(thing)).compose(draft -> save(draft, by)));
  }

  /**
   * Puts a thing in if what has its name is still what somebody saw; else fails with ITEM_CHANGED.
   *
   * @param isAsSeen judges what has its name now, if anything has
   */
  public Future<Proposal> put(Thing thing, Predicate<Optional<Thing>> isAsSeen, Author by) {
    return next(
        () ->
            all()
                .map(all -> last(all, thing.key()).map(Found::thing))
                .compose(
                    known ->
                        isAsSeen.test(known)
                            ? draft(thing.key(), Optional.of(thing))
                            : Future.failedFuture(changed(thing.key())))
                .compose(draft -> save(draft, by)));
  }

  /** Takes a thing out; fails with ITEM_UNKNOWN. */
  public Future<Proposal> remove(Thing.Key key, Author by) {
    return next(() -> draft(key, Optional.empty()).compose(draft -> save(draft, by)));
  }

  private <T> Future<T> next(Supplier<Future<T>> change) {
    Future<T> next = last.transform(done -> change.get());
    last = next;
    return next;
  }

  private Future<Draft> draft(Thing.Key key, Optional<Thing> thing) {
    return sheets.all().compose(kept -> storage.run(() -> draft(kept, key, thing)));
  }

  private static Draft draft(List<KeptSheet> kept, Thing.Key key, Optional<Thing> thing) {
    Optional<SheetName> home = last(found(kept), key).map(Found::sheet);
    if (home.isEmpty() && thing.isEmpty()) {
      throw unknown(key);
    }
    SheetName name = home.orElse(USUAL);
    String yaml =
        kept.stream()
            .filter(sheet -> sheet.name().equals(name))
            .map(KeptSheet::yaml)
            .findFirst()
            .orElse("");
    SheetEdit sheet = SheetEdit.of(yaml);
    return new Draft(
        name,
        thing.map(one -> one.in(sheet)).orElseGet(() -> sheet.without(key.section(), key.id())));
  }

  private static List<Found> found(List<KeptSheet> kept) {
    List<Found> found = new ArrayList<>();
    for (KeptSheet sheet : kept) {
      try {
        Thing.in(SheetEdit.of(sheet.yaml()).sheet())
            .forEach(thing -> found.add(new Found(sheet.name(), thing)));
      } catch (ProblemException e) {
        LOG.error("programmes={} not read: {}", sheet.name(), e.problem());
      }
    }
    return found;
  }

  // Where two sheets speak of one thing, the later one holds.
  private static Optional<Found> last(List<Found> all, Thing.Key key) {
    return all.stream()
        .filter(found -> found.thing().key().equals(key))
        .reduce((earlier, later) -> later);
  }

  private Future<Proposal> preview(Draft draft) {
    Future<SheetDesk.Taken> taken =
        draft.edited().yaml().isEmpty()
            ? sheets.previewRemoval(draft.sheet())
            : sheets.preview(draft.sheet(), draft.edited().yaml());
    return taken.map(come -> new Proposal(draft.edited().lost(), come));
  }

  private Future<Proposal> save(Draft draft, Author by) {
    Future<SheetDesk.Taken> taken =
        draft.edited().yaml().isEmpty()
            ? sheets.remove(draft.sheet(), by)
            : sheets.put(draft.sheet(), draft.edited().yaml(), by);
    return taken.map(come -> new Proposal(draft.edited().lost(), come));
  }

  private static ProblemException changed(Thing.Key key) {
    return new ProblemException(
        new Problem(
            "ITEM_CHANGED",
            "\"%s\" was changed by somebody else meanwhile.".formatted(key),
            "Open it again, look, and change it anew."));
  }

  private static ProblemException unknown(Thing.Key key) {
    return new ProblemException(
        new Problem(
            "ITEM_UNKNOWN",
            "No sheet of the office has anything named \"%s\".".formatted(key),
            "Look at the schedule for what there is; what stands in a file is changed there."));
  }
}
