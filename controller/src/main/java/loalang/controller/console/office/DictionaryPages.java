// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.reading.DictionaryChange;
import loalang.controller.reading.DictionaryRow;
import loalang.controller.reading.KeptRow;
import loalang.protocol.Problem;

/** The commune's dictionary: rows looked up, set, taken out, taken in as a table. */
final class DictionaryPages {
  private static final String HERE = "/office/dictionary";
  private static final int SHOWN = 300;
  private static final int CHANGES = 30;
  private static final long MAX_TABLE_BYTES = 2 * 1024 * 1024;

  private final PageDoor door;
  private final CommuneDictionary dictionary;

  DictionaryPages(PageDoor door, CommuneDictionary dictionary) {
    this.door = door;
    this.dictionary = dictionary;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    Handler<RoutingContext> table = BodyHandler.create(false).setBodyLimit(MAX_TABLE_BYTES);
    router
        .get(HERE)
        .handler(
            door.page(Place.OFFICE, visit -> show(visit, DictionaryPage.EMPTY, Optional.empty())));
    router.post(HERE).handler(form).handler(door.form(Place.OFFICE, this::change));
    router
        .post("/office/dictionary/table")
        .handler(table)
        .handler(door.form(Place.OFFICE, this::takeIn));
  }

  private void show(Visit visit, DictionaryRow form, Optional<Problem> why) {
    String words = visit.query("words").orElse("").strip();
    Future<CommuneDictionary.Contents> contents = dictionary.contents();
    Future<List<DictionaryChange>> changes = dictionary.history(Optional.empty(), CHANGES);
    visit.with(
        Future.all(contents, changes),
        known ->
            visit.show(
                why.map(Faults::statusOf).orElse(Visit.OK),
                "office/dictionary.jte",
                new DictionaryPage(
                    holding(contents.result().rows(), words),
                    contents.result().rows().size(),
                    words,
                    changes.result(),
                    form,
                    why)));
  }

  private static List<KeptRow> holding(List<KeptRow> rows, String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(
            row ->
                row.row().written().toLowerCase(Locale.ROOT).contains(wanted)
                    || row.row().spoken().contains(wanted))
        .limit(SHOWN)
        .toList();
  }

  private void change(Visit visit) {
    DictionaryRow row =
        new DictionaryRow(
            visit.field("written"),
            visit.field("spoken"),
            visit.field("when"),
            visit.field("source"));
    boolean isRemoval = visit.field("act").equals("remove");
    Future<Void> allowed = visit.allowed(Permission.EDIT_DICTIONARY);
    visit.attempt(
        isRemoval
            ? allowed.compose(may -> dictionary.remove(row.key(), seen(visit), visit.by()))
            : allowed.compose(may -> dictionary.put(row, OptionalLong.empty(), visit.by())),
        kept -> visit.goTo(HERE, isRemoval ? "word-removed" : "word-kept"),
        why -> show(visit, row, Optional.of(why)));
  }

  private static OptionalLong seen(Visit visit) {
    String version = visit.field("version");
    return version.matches("\\d{1,15}")
        ? OptionalLong.of(Long.parseLong(version))
        : OptionalLong.empty();
  }

  private void takeIn(Visit visit) {
    boolean isWhole = visit.field("replace").equals("yes");
    visit.attempt(
        visit
            .allowed(Permission.EDIT_DICTIONARY)
            .compose(may -> dictionary.importTable(visit.text("table"), isWhole, visit.by())),
        kept -> visit.goTo(HERE, "table-kept"),
        why -> show(visit, DictionaryPage.EMPTY, Optional.of(why)));
  }
}
