// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.CueId;
import loalang.schedules.CueVerdict;
import loalang.schedules.OneOff;
import loalang.schedules.Preview;
import loalang.schedules.ScheduleBook;
import loalang.schedules.SheetSet;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.rundown.Rundown;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sheets by name: what is said is shown first, then stored and held together or not at all. On one
 * event loop; the book and the database are asked on a worker.
 */
public final class SheetDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SheetDesk.class);

  private static final Duration LOOKS_BACK = Duration.ofDays(7);

  private final ScheduleBook book;
  private final StorageDesk storage;
  private final InstantSource now;
  private final List<ProgrammeSheet> files = new CopyOnWriteArrayList<>();

  SheetDesk(ScheduleBook book, StorageDesk storage, InstantSource now) {
    this.book = book;
    this.storage = storage;
    this.now = now;
  }

  /**
   * What a sheet came to.
   *
   * @param name how it is called
   * @param problems why some of it will not sound; mostly empty
   * @param preview what changed, or would change
   */
  public record Taken(SheetName name, List<Problem> problems, Preview preview) {
    public Taken {
      problems = List.copyOf(problems);
    }
  }

  /** Every sheet that came in by the API, the latest last. */
  public Future<List<KeptSheet>> all() {
    return storage.read(SheetStore::all);
  }

  /** One sheet; fails with SHEET_UNKNOWN. */
  public Future<KeptSheet> find(SheetName name) {
    return storage.read(handle -> find(handle, name).orElseThrow(() -> unknown(name)));
  }

  /**
   * Everything the book holds that is still to come, as one YAML file: the only sheet's own words
   * if there is but one, else written anew, with a first line that says whose comments are not in
   * it.
   */
  public Future<String> whole() {
    return storage.read(
        handle -> WholeSheet.of(book.sheet(), SheetStore.all(handle), !files.isEmpty()));
  }

  /** What a sheet would change; changes nothing. */
  public Future<Taken> preview(SheetName name, String yaml) {
    return storage.run(() -> ProgrammeFile.read(yaml)).compose(fresh -> preview(name, fresh));
  }

  /** Takes a sheet in for good; it replaces the one of its name. */
  public Future<Taken> put(SheetName name, String yaml, Author by) {
    return storage
        .run(() -> ProgrammeFile.read(yaml))
        .compose(fresh -> put(new KeptSheet(name, yaml, now.instant()), fresh, by));
  }

  /** Takes a sheet in that nobody named; it replaces one that speaks of the same things. */
  public Future<Taken> put(String yaml, Author by) {
    return storage
        .run(() -> ProgrammeFile.read(yaml))
        .compose(
            fresh ->
                put(new KeptSheet(SheetName.ofContents(fresh), yaml, now.instant()), fresh, by));
  }

  /** What taking a sheet away would change; changes nothing. Fails with SHEET_UNKNOWN. */
  public Future<Taken> previewRemoval(SheetName name) {
    return find(name).compose(known -> preview(name, ProgrammeSheet.SILENT));
  }

  /** Takes a sheet away for good; fails with SHEET_UNKNOWN. */
  public Future<Taken> remove(SheetName name, Author by) {
    return previewRemoval(name)
        .compose(
            taken ->
                storage.write(
                    handle -> {
                      SheetSet sheets = after(handle, name, ProgrammeSheet.SILENT);
                      AuditStore.add(handle, by.did(Deed.SHEET_REMOVED, name), now.instant());
                      SheetVersionStore.keep(handle, name, by, now.instant());
                      SheetStore.remove(handle, name);
                      book.hold(sheets);
                      return taken;
                    }));
  }

  /**
   * Gives the book the technician's files and the stored sheets. Blocking, before the start.
   *
   * @return single airings that fell due while no office ran
   */
  List<Unheard> load(List<SheetDirectory.Sheet> laidIn, List<KeptSheet> stored) {
    List<Unheard> missed = new ArrayList<>();
    Instant lately = now.instant().minus(LOOKS_BACK);
    for (SheetDirectory.Sheet file : laidIn) {
      Optional<ProgrammeSheet> read = take(file.file().toString(), file.yaml());
      read.ifPresent(files::add);
      // A file may be older than the office: only what fell due lately was this office's to air.
      Instant since = file.written().isAfter(lately) ? file.written() : lately;
      read.ifPresent(sheet -> missed.addAll(missed(sheet, since)));
    }
    for (KeptSheet kept : stored) {
      take(kept.name().value(), kept.yaml())
          .ifPresent(sheet -> missed.addAll(missed(sheet, kept.taken())));
    }
    return missed;
  }

  /** True if a sheet asks for this single airing, and so will after a restart. */
  boolean asksFor(Handle handle, CueId airing) {
    List<ProgrammeSheet> all = new ArrayList<>(files);
    SheetStore.all(handle)
        .forEach(kept -> read(kept.name().value(), kept.yaml()).ifPresent(all::add));
    return all.stream()
        .flatMap(sheet -> sheet.oneOffs().stream())
        .anyMatch(wish -> wish.id().equals(airing));
  }

  // The book refuses what is past, so its alarm finds nothing; the ledger must tell it all the
  // same.
  private List<Unheard> missed(ProgrammeSheet sheet, Instant since) {
    List<Unheard> missed = new ArrayList<>();
    for (OneOff wish : sheet.oneOffs()) {
      boolean wasToCome = wish.start().isAfter(since);
      boolean isPast = wish.late().latestStart(wish.start()).isBefore(now.instant());
      if (wasToCome && isPast && book.schedule(wish) instanceof CueVerdict.NotAllowed no) {
        missed.add(new Unheard(wish.cue(), no.why()));
      }
    }
    return missed;
  }

  private Future<Taken> preview(SheetName name, ProgrammeSheet fresh) {
    return storage.read(
        handle -> {
          Preview preview = book.preview(after(handle, name, fresh));
          Rundown become = new Rundown(List.of(), preview.conflicts());
          return new Taken(name, become.problemsOf(fresh.ids()), preview);
        });
  }

  private Future<Taken> put(KeptSheet sheet, ProgrammeSheet fresh, Author by) {
    return preview(sheet.name(), fresh)
        .compose(
            shown ->
                storage.write(
                    handle -> {
                      SheetSet sheets = after(handle, sheet.name(), fresh);
                      AuditStore.add(
                          handle,
                          by.did(Deed.SHEET_PUT, sheet.name()).to(sheet.yaml()),
                          sheet.taken());
                      if (isOther(handle, sheet)) {
                        SheetVersionStore.keep(handle, sheet.name(), by, sheet.taken());
                      }
                      SheetStore.put(handle, sheet);
                      List<Problem> problems = book.hold(sheets); // last: it cannot be undone
                      return new Taken(sheet.name(), problems, shown.preview());
                    }));
  }

  private SheetSet after(Handle handle, SheetName name, ProgrammeSheet fresh) {
    List<ProgrammeSheet> others = new ArrayList<>(files);
    ProgrammeSheet before = ProgrammeSheet.SILENT;
    for (KeptSheet kept : SheetStore.all(handle)) {
      Optional<ProgrammeSheet> read = read(kept.name().value(), kept.yaml());
      if (kept.name().equals(name)) {
        before = read.orElse(before);
      } else {
        read.ifPresent(others::add);
      }
    }
    return SheetSet.after(others, before, fresh);
  }

  private static boolean isOther(Handle handle, KeptSheet fresh) {
    return find(handle, fresh.name()).map(KeptSheet::yaml).filter(fresh.yaml()::equals).isEmpty();
  }

  private static Optional<KeptSheet> find(Handle handle, SheetName name) {
    return SheetStore.all(handle).stream().filter(kept -> kept.name().equals(name)).findFirst();
  }

  // One sheet with a mistake must not keep the others from sounding.
  private Optional<ProgrammeSheet> take(String origin, String yaml) {
    return read(origin, yaml)
        .flatMap(
            sheet -> {
              try {
                book.replace(sheet)
                    .forEach(problem -> LOG.warn("programmes={} {}", origin, problem));
                return Optional.of(sheet);
              } catch (ProblemException e) {
                LOG.error("programmes={} not taken in: {}", origin, e.problem());
                return Optional.empty();
              }
            });
  }

  private static Optional<ProgrammeSheet> read(String origin, String yaml) {
    try {
      return Optional.of(ProgrammeFile.read(yaml));
    } catch (ProblemException e) {
      LOG.error("programmes={} not read: {}", origin, e.problem());
      return Optional.empty();
    }
  }

  private static ProblemException unknown(SheetName name) {
    return new ProblemException(
        new Problem(
            "SHEET_UNKNOWN",
            "There is no programme sheet %s.".formatted(name),
            "GET /api/v1/programmes lists those there are."));
  }
}
