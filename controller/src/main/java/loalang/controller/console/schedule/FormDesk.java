// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import loalang.controller.api.Rooms;
import loalang.controller.audit.Author;
import loalang.controller.clockwork.ItemDesk;
import loalang.controller.clockwork.SheetDesk;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.schedule.FormPage.Check;
import loalang.controller.console.schedule.FormPage.Choice;
import loalang.controller.console.schedule.FormPage.Line;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.CueVerdict;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.rundown.Change;

/** Looks before something is planned, and plans it. On the event loop. */
final class FormDesk {
  private static final int NOTICES = 300;

  private final Rooms rooms;
  private final ZoneId zone;

  FormDesk(Rooms rooms, ZoneId zone) {
    this.rooms = rooms;
    this.zone = zone;
  }

  /** The form of something that is planned; fails with ITEM_UNKNOWN. */
  Future<PlanForm> known(Thing.Key key) {
    return rooms.timetable().items().find(key).map(found -> PlanForm.of(found.thing(), zone));
  }

  /** The form as it is opened. */
  Future<FormPage> open(PlanForm form) {
    return page(form, Optional.empty(), Optional.empty());
  }

  /** The form with why it was refused. */
  Future<FormPage> refused(PlanForm form, Problem why) {
    return page(form, Optional.empty(), Optional.of(why));
  }

  /** The form with what would come of it. */
  Future<FormPage> checked(PlanForm form) {
    return check(form).compose(check -> page(form, Optional.of(check), Optional.empty()));
  }

  private Future<FormPage> page(PlanForm form, Optional<Check> check, Optional<Problem> problem) {
    Future<Choice> choice = choice();
    Future<List<String>> lost =
        form.isNew()
            ? Future.succeededFuture(List.of())
            : rooms.timetable().items().previewRemoval(form.key()).map(ItemDesk.Proposal::lost);
    return Future.all(choice, lost)
        .map(known -> new FormPage(form, choice.result(), check, lost.result(), problem));
  }

  /** What would come of it; fails with what is wrong in the form. */
  Future<Check> check(PlanForm form) {
    return read(form).compose(this::check);
  }

  /** What would come of putting a thing into its sheet. */
  Future<Check> check(Thing thing) {
    Future<ItemDesk.Proposal> proposal = rooms.timetable().items().preview(thing);
    Future<Optional<Problem>> refused = refusal(thing);
    Future<Names> names = rooms.desks().studio().newest(NOTICES).map(Names::of);
    return Future.all(proposal, refused, names)
        .map(all -> check(thing, proposal.result(), refused.result(), names.result()));
  }

  /** Plans it. */
  Future<Thing> save(PlanForm form, Author by) {
    return read(form)
        .compose(thing -> rooms.timetable().items().put(thing, by).map(proposal -> thing));
  }

  private Future<Thing> read(PlanForm form) {
    Future<Optional<Thing>> known =
        form.isNew()
            ? Future.succeededFuture(Optional.empty())
            : rooms.timetable().items().find(form.key()).map(found -> Optional.of(found.thing()));
    return known.map(before -> new FormReader(form, zone).read(before));
  }

  // A sheet may ask for what is past; only the single airing itself is told why it is not heard.
  private Future<Optional<Problem>> refusal(Thing thing) {
    if (!(thing instanceof Thing.OfWish once)) {
      return Future.succeededFuture(Optional.empty());
    }
    return rooms
        .timetable()
        .judge(once.wish())
        .map(
            verdict ->
                verdict instanceof CueVerdict.NotAllowed no
                    ? Optional.of(no.why())
                    : Optional.empty());
  }

  private static Check check(
      Thing thing, ItemDesk.Proposal proposal, Optional<Problem> refused, Names names) {
    SheetDesk.Taken taken = proposal.taken();
    return new Check(
        taken.name().value(),
        taken.preview().changes().stream().map(change -> line(change, names)).toList(),
        taken.preview().conflicts().stream()
            .filter(conflict -> conflict.airing().source().equals(thing.id()))
            .toList(),
        refused,
        proposal.lost());
  }

  static Line line(Change change, Names names) {
    if (change instanceof Change.Added added) {
      return line("added", added.item(), names);
    }
    if (change instanceof Change.Removed removed) {
      return line("removed", removed.item(), names);
    }
    Change.Altered altered = (Change.Altered) change;
    Line after = line("altered", altered.after(), names);
    return new Line(
        after.kind(), after.title(), after.start(), altered.before().cue().start(), after.zones());
  }

  private static Line line(String kind, loalang.schedules.rundown.PlannedItem item, Names names) {
    return new Line(kind, names.of(item), item.cue().start(), null, item.cue().zones());
  }

  Future<Choice> choice() {
    Future<List<NoticeCard>> notices = rooms.desks().studio().newest(NOTICES);
    Future<ProgrammeSheet> sheet = rooms.timetable().outlook().held();
    return Future.all(notices, sheet)
        .map(
            known ->
                new Choice(notices.result(), zones(sheet.result()), sheet.result().programmes()));
  }

  List<PagingZone> zones(ProgrammeSheet sheet) {
    TreeSet<PagingZone> zones = new TreeSet<>(rooms.roster().zones());
    zones.addAll(sheet.zones().parents().keySet());
    zones.addAll(sheet.zones().parents().values());
    zones.addAll(sheet.zones().groups().keySet());
    sheet.programmes().forEach(programme -> zones.addAll(programme.audience().zones()));
    sheet.campaigns().forEach(campaign -> zones.addAll(campaign.audience().zones()));
    return List.copyOf(zones);
  }
}
