// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DoNotPlay;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.programme.SheetEdit;
import loalang.schedules.programme.SheetEdit.Section;

/** One thing a sheet says that a form can change. */
public sealed interface Thing {

  /** The list it stands in. */
  Section section();

  /** Its name in the list; of a holiday its date. */
  String id();

  /** How it is found. */
  default Key key() {
    return new Key(section(), id());
  }

  /**
   * How a thing is found.
   *
   * @param section the list it stands in
   * @param id its name there
   */
  record Key(Section section, String id) {
    @Override
    public String toString() {
      return section.word() + "/" + id;
    }
  }

  /** A sheet with it, in place of what had its name. */
  SheetEdit.Edited in(SheetEdit sheet);

  /** A session of the day. */
  record OfProgramme(Programme programme) implements Thing {
    @Override
    public Section section() {
      return Section.PROGRAMMES;
    }

    @Override
    public String id() {
      return programme.id().value();
    }

    @Override
    public SheetEdit.Edited in(SheetEdit sheet) {
      return sheet.with(programme);
    }
  }

  /** Something repeated over days. */
  record OfCampaign(Campaign campaign) implements Thing {
    @Override
    public Section section() {
      return Section.CAMPAIGNS;
    }

    @Override
    public String id() {
      return campaign.id().value();
    }

    @Override
    public SheetEdit.Edited in(SheetEdit sheet) {
      return sheet.with(campaign);
    }
  }

  /** A single airing. */
  record OfWish(OneOff wish) implements Thing {
    @Override
    public Section section() {
      return Section.ONE_OFFS;
    }

    @Override
    public String id() {
      return wish.id().value();
    }

    @Override
    public SheetEdit.Edited in(SheetEdit sheet) {
      return sheet.with(wish);
    }
  }

  /** A time of peace. */
  record OfPeace(DoNotPlay window) implements Thing {
    @Override
    public Section section() {
      return Section.DO_NOT_PLAY;
    }

    @Override
    public String id() {
      return window.id();
    }

    @Override
    public SheetEdit.Edited in(SheetEdit sheet) {
      return sheet.with(window);
    }
  }

  /** A public holiday of the commune's own. */
  record OfHoliday(LocalDate date, String name) implements Thing {
    @Override
    public Section section() {
      return Section.HOLIDAYS;
    }

    @Override
    public String id() {
      return date.toString();
    }

    @Override
    public SheetEdit.Edited in(SheetEdit sheet) {
      return sheet.with(date, name);
    }
  }

  /** Everything in a sheet that a form can change. */
  static List<Thing> in(ProgrammeSheet sheet) {
    return Stream.of(
            sheet.programmes().stream().map(OfProgramme::new),
            sheet.campaigns().stream().map(OfCampaign::new),
            sheet.oneOffs().stream().map(OfWish::new),
            sheet.doNotPlay().stream().map(OfPeace::new),
            sheet.holidays().entrySet().stream()
                .map(day -> new OfHoliday(day.getKey(), day.getValue())))
        .<Thing>flatMap(things -> things)
        .toList();
  }
}
