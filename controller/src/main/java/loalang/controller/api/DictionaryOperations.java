// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import loalang.controller.reading.CommuneDictionary;
import loalang.controller.reading.DictionaryRow;
import loalang.controller.reading.DictionaryTable;
import loalang.controller.reading.KeptRow;

/**
 * What the operations about the commune's dictionary do.
 *
 * @param desks that are asked
 */
record DictionaryOperations(Rooms.Desks desks) {
  private static final int USUAL_LIMIT = 50;
  private static final String WRITTEN = "written";
  private static final String VERSION = "version";

  Future<JsonObject> list(Asked asked) {
    return dictionary()
        .contents()
        .map(
            contents ->
                ApiJson.list("entries", contents.rows(), ReadingJson::entry)
                    .put(VERSION, contents.version()));
  }

  Future<JsonObject> put(Asked asked) {
    JsonObject json = asked.json();
    DictionaryRow row = row(json);
    Long seen = json.getLong(VERSION);
    return dictionary()
        .put(row, seen == null ? OptionalLong.empty() : OptionalLong.of(seen), asked.by())
        .map(contents -> ReadingJson.entry(find(contents, row.key())));
  }

  Future<JsonObject> remove(Asked asked) {
    DictionaryRow.Key key =
        new DictionaryRow.Key(asked.word(WRITTEN).orElseThrow(), asked.word("when").orElse(""));
    OptionalLong seen =
        asked.has(VERSION) ? OptionalLong.of(asked.number(VERSION, 0)) : OptionalLong.empty();
    return dictionary().remove(key, seen, asked.by()).map(DictionaryOperations::version);
  }

  Future<JsonObject> history(Asked asked) {
    Optional<String> written = asked.word(WRITTEN);
    return dictionary()
        .history(written, asked.number("limit", USUAL_LIMIT))
        .map(changes -> ApiJson.list("changes", changes, ReadingJson::change));
  }

  Future<JsonObject> tryOut(Asked asked) {
    JsonObject json = asked.json();
    String sentence = json.getString("sentence");
    return dictionary()
        .with(row(json.getJsonObject("entry")))
        .compose(edition -> desks.scripts().compare(sentence, edition))
        .map(
            both ->
                new JsonObject()
                    .put("before", ReadingJson.reading(both.before(), Optional.empty()))
                    .put("after", ReadingJson.reading(both.after(), Optional.empty()))
                    .put("changes", both.isOther()));
  }

  Future<byte[]> export(Asked asked) {
    return dictionary()
        .contents()
        .map(
            contents ->
                DictionaryTable.text(contents.rows().stream().map(KeptRow::row).toList())
                    .getBytes(StandardCharsets.UTF_8));
  }

  Future<JsonObject> importTable(Asked asked) {
    return dictionary()
        .importTable(asked.text(), asked.flag("replace"), asked.by())
        .map(DictionaryOperations::version);
  }

  private CommuneDictionary dictionary() {
    return desks.dictionary();
  }

  private static JsonObject version(CommuneDictionary.Contents contents) {
    return new JsonObject().put(VERSION, contents.version()).put("rows", contents.rows().size());
  }

  private static KeptRow find(CommuneDictionary.Contents contents, DictionaryRow.Key key) {
    return contents.rows().stream()
        .filter(kept -> kept.row().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static DictionaryRow row(JsonObject json) {
    return new DictionaryRow(
        json.getString(WRITTEN),
        json.getString("spoken"),
        json.getString("when", ""),
        json.getString("source", ""));
  }
}
