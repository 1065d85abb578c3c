// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import loalang.protocol.ProblemException;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;

/**
 * A sheet's text with one thing in it changed, all else as it was written: comments, order, layout.
 * Each change is read again and must say exactly what was meant; where the text cannot be changed
 * in place the item, at last the whole file, is written anew. Pure, any thread.
 */
public final class SheetEdit {
  private final String yaml;
  private final ProgrammeSheet sheet;
  private final Shelf<Programme> programmes;
  private final Shelf<Campaign> campaigns;
  private final Shelf<OneOff> oneOffs;
  private final Shelf<DoNotPlay> doNotPlay;
  private final Shelf<Map.Entry<LocalDate, String>> holidays;

  private SheetEdit(String yaml) {
    SheetWriter writer = new SheetWriter(ProgrammeFile.timeZone(yaml));
    this.yaml = yaml;
    this.sheet = read(yaml);
    this.programmes =
        new Shelf<>(
            Section.PROGRAMMES, sheet.programmes(), one -> one.id().value(), writer::programme);
    this.campaigns =
        new Shelf<>(
            Section.CAMPAIGNS, sheet.campaigns(), one -> one.id().value(), writer::campaign);
    this.oneOffs =
        new Shelf<>(Section.ONE_OFFS, sheet.oneOffs(), one -> one.id().value(), writer::oneOff);
    this.doNotPlay =
        new Shelf<>(Section.DO_NOT_PLAY, sheet.doNotPlay(), DoNotPlay::id, writer::doNotPlay);
    this.holidays =
        new Shelf<>(
            Section.HOLIDAYS,
            List.copyOf(sheet.holidays().entrySet()),
            one -> one.getKey().toString(),
            SheetWriter::holiday);
  }

  /**
   * A text that is to be changed.
   *
   * @param yaml empty for a sheet that says nothing yet
   * @throws ProblemException if it cannot be read
   */
  public static SheetEdit of(String yaml) {
    return new SheetEdit(yaml);
  }

  /**
   * What came of a change.
   *
   * @param yaml the text; empty if it says nothing any more
   * @param lost comments that do not stand in it any more
   */
  public record Edited(String yaml, List<String> lost) {
    public Edited {
      lost = List.copyOf(lost);
    }
  }

  /** The lists of a sheet in which single things can be changed. */
  public enum Section {
    /** Sessions of the day. */
    PROGRAMMES("programmes", "id"),
    /** What is repeated over days. */
    CAMPAIGNS("campaigns", "id"),
    /** Single airings. */
    ONE_OFFS("one-offs", "id"),
    /** Times of peace. */
    DO_NOT_PLAY("do-not-play", "id"),
    /** Public holidays of the commune's own, each named by its date. */
    HOLIDAYS("holidays", "date");

    private final String word;
    private final String idKey;

    Section(String word, String idKey) {
      this.word = word;
      this.idKey = idKey;
    }

    /** As it is called in the file. */
    public String word() {
      return word;
    }
  }

  /** One list of the file: where it stands and how its things are named and written. */
  private record Shelf<T>(
      Section section,
      List<T> things,
      Function<T, String> id,
      Function<T, Map<String, Object>> words) {

    List<T> with(T fresh) {
      Map<String, T> byId = new LinkedHashMap<>();
      things.forEach(one -> byId.put(id.apply(one), one));
      byId.put(id.apply(fresh), fresh);
      return List.copyOf(byId.values());
    }

    List<T> without(String gone) {
      return things.stream().filter(one -> !id.apply(one).equals(gone)).toList();
    }

    Optional<Map<String, Object>> written(String name) {
      return things.stream().filter(one -> id.apply(one).equals(name)).map(words).findFirst();
    }

    YamlPatch patch(String yaml) {
      return new YamlPatch(yaml, ProgrammeFile.compose(yaml), section.word());
    }

    String idKey() {
      return section.idKey;
    }
  }

  /** What the text says. */
  public ProgrammeSheet sheet() {
    return sheet;
  }

  /** With this session, in place of the one of its id. */
  public Edited with(Programme programme) {
    return put(programmes, programme, sessions(programmes.with(programme)));
  }

  /** With this campaign, in place of the one of its id. */
  public Edited with(Campaign campaign) {
    return put(campaigns, campaign, next(campaigns.with(campaign), oneOffs.things()));
  }

  /** With this wish, in place of the one of its id. */
  public Edited with(OneOff wish) {
    return put(oneOffs, wish, next(campaigns.things(), oneOffs.with(wish)));
  }

  /** With this window, in place of the one of its id. */
  public Edited with(DoNotPlay window) {
    return put(doNotPlay, window, around(doNotPlay.with(window), holidays.things()));
  }

  /** With this holiday, in place of the one of its date. */
  public Edited with(LocalDate date, String holiday) {
    Map.Entry<LocalDate, String> day = Map.entry(date, holiday);
    return put(holidays, day, around(doNotPlay.things(), holidays.with(day)));
  }

  /** Without what has this name in this list; as it was if nothing has. */
  public Edited without(Section section, String id) {
    return switch (section) {
      case PROGRAMMES -> without(programmes, id, sessions(programmes.without(id)));
      case CAMPAIGNS -> without(campaigns, id, next(campaigns.without(id), oneOffs.things()));
      case ONE_OFFS -> without(oneOffs, id, next(campaigns.things(), oneOffs.without(id)));
      case DO_NOT_PLAY -> without(doNotPlay, id, around(doNotPlay.without(id), holidays.things()));
      case HOLIDAYS -> without(holidays, id, around(doNotPlay.things(), holidays.without(id)));
    };
  }

  private <T> Edited without(Shelf<T> shelf, String id, ProgrammeSheet next) {
    return shelf
        .written(id)
        .map(
            written ->
                settled(next, Stream.of(() -> shelf.patch(yaml).remove(shelf.idKey(), written))))
        .orElseGet(() -> new Edited(yaml, List.of()));
  }

  private <T> Edited put(Shelf<T> shelf, T thing, ProgrammeSheet next) {
    Map<String, Object> after = shelf.words().apply(thing);
    if (yaml.isBlank()) {
      return settled(
          next, Stream.of(() -> Optional.of(YamlPatch.first(shelf.section().word(), after))));
    }
    YamlPatch patch = shelf.patch(yaml);
    String idKey = shelf.idKey();
    return settled(
        next,
        shelf
            .written(shelf.id().apply(thing))
            .map(
                before ->
                    Stream.<Supplier<Optional<String>>>of(
                        () -> patch.change(idKey, before, after),
                        () -> patch.replace(idKey, before, after)))
            .orElseGet(() -> Stream.of(() -> patch.add(after))));
  }

  private Edited settled(ProgrammeSheet next, Stream<Supplier<Optional<String>>> proposals) {
    if (next.equals(ProgrammeSheet.SILENT)) {
      return new Edited("", SheetComments.lost(yaml, ""));
    }
    String best =
        proposals
            .flatMap(proposal -> proposal.get().stream())
            .filter(proposal -> says(proposal, next))
            .findFirst()
            .orElseGet(() -> ProgrammeFile.write(next));
    return new Edited(best, SheetComments.lost(yaml, best));
  }

  private static boolean says(String proposal, ProgrammeSheet next) {
    try {
      return read(proposal).equals(next);
    } catch (ProblemException e) {
      return false; // the next proposal is asked
    }
  }

  private static ProgrammeSheet read(String yaml) {
    return yaml.isBlank() ? ProgrammeSheet.SILENT : ProgrammeFile.read(yaml);
  }

  private ProgrammeSheet sessions(List<Programme> nextProgrammes) {
    return new ProgrammeSheet(
        nextProgrammes,
        sheet.campaigns(),
        sheet.oneOffs(),
        sheet.doNotPlay(),
        sheet.zones(),
        sheet.echo(),
        sheet.holidays());
  }

  private ProgrammeSheet next(List<Campaign> nextCampaigns, List<OneOff> nextOneOffs) {
    return new ProgrammeSheet(
        sheet.programmes(),
        nextCampaigns,
        nextOneOffs,
        sheet.doNotPlay(),
        sheet.zones(),
        sheet.echo(),
        sheet.holidays());
  }

  private ProgrammeSheet around(
      List<DoNotPlay> windows, List<Map.Entry<LocalDate, String>> holidayNames) {
    TreeMap<LocalDate, String> days = new TreeMap<>();
    holidayNames.forEach(day -> days.put(day.getKey(), day.getValue()));
    return new ProgrammeSheet(
        sheet.programmes(),
        sheet.campaigns(),
        sheet.oneOffs(),
        windows,
        sheet.zones(),
        sheet.echo(),
        days);
  }
}
