// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.controller.accounts.Permission;

/** The door: a router that holds every request to the contract. */
public final class ApiRoutes {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int TAKEN = 202;

  private static final String CALENDAR = "text/calendar; charset=utf-8";
  private static final String JSON_LINES = "application/x-ndjson; charset=utf-8";
  private static final String YAML = "application/yaml; charset=utf-8";

  private ApiRoutes() {}

  /** Adds the API below {@code /api/v1} and its contract at {@code /openapi.yaml} to a router. */
  public static Future<Void> mount(Vertx vertx, Router router, Rooms rooms, Gatehouse gatehouse) {
    return Contract.load(vertx)
        .map(
            contract -> {
              RouterBuilder builder =
                  RouterBuilder.create(vertx, contract, Contract.extractor())
                      .rootHandler(letIn(contract, gatehouse)) // before a stranger's body is held
                      .rootHandler(new Bodies()::take);
              builder.getRoutes().forEach(ApiRoutes::confirm);
              mount(builder, vertx, rooms, gatehouse);
              router.route("/api/v1/*").subRouter(builder.createRouter());
              router.get("/openapi.yaml").handler(ApiRoutes::sendContract);
              router.route().failureHandler(gatehouse.faults()::answer);
              return null;
            });
  }

  /**
   * Who may come in, and what they are told.
   *
   * @param guard lets in
   * @param faults says why not
   * @param health what {@code /health} says to everybody
   */
  public record Gatehouse(Guard guard, Faults faults, Supplier<JsonObject> health) {}

  private static Handler<RoutingContext> letIn(OpenAPIContract contract, Gatehouse gatehouse) {
    return context -> {
      String path = context.normalizedPath();
      Operation operation = contract.findOperation(path, context.request().method());
      Permission permission =
          operation == null ? Permission.READ : Permits.of(operation.getOperationId());
      gatehouse.guard().check(context, permission);
    };
  }

  // Once more, by the operation that will really answer, however its path was written.
  private static void confirm(OpenAPIRoute route) {
    Permission permission = Permits.of(route.getOperation().getOperationId());
    route.addHandler(context -> Guard.confirm(context, permission));
  }

  private static void mount(RouterBuilder builder, Vertx vertx, Rooms rooms, Gatehouse gatehouse) {
    Operations operations = new Operations(rooms);
    Map<String, Function<Asked, Future<JsonObject>>> answering = ofRooms(rooms);
    SheetOperations sheets = new SheetOperations(rooms.timetable().sheets());
    PlanningOperations planning = new PlanningOperations(rooms.timetable());
    answering.putAll(planning(sheets, planning));
    SoundOperations sound = new SoundOperations(rooms.desks());
    answering.putAll(sound.all());
    answering.putAll(PeopleRoutes.all(rooms));
    answering.putAll(airing(operations));
    answering.put("getHealth", asked -> Future.succeededFuture(gatehouse.health().get()));
    answering.forEach(
        (id, work) -> route(builder, id).addHandler(context -> answer(context, id, work, rooms)));
    route(builder, "listenToNotice")
        .addHandler(context -> send(context, "audio/ogg", operations.listen(Asked.of(context))));
    route(builder, "listenToVersion")
        .addHandler(
            context -> send(context, "audio/ogg", sound.listenToVersion(Asked.of(context))));
    taking(builder, rooms, "createRecordedNotice", sound::createRecorded);
    taking(builder, rooms, "recordVersion", sound::recordVersion);
    route(builder, "getProgramme")
        .addHandler(context -> send(context, YAML, sheets.export(Asked.of(context))));
    route(builder, "getCalendar")
        .addHandler(context -> send(context, CALENDAR, planning.calendar(Asked.of(context))));
    route(builder, "exportSchedule")
        .addHandler(context -> send(context, YAML, sheets.exportAll(Asked.of(context))));
    route(builder, "exportDictionary")
        .addHandler(
            context ->
                send(
                    context,
                    "text/tab-separated-values; charset=utf-8",
                    new DictionaryOperations(rooms.desks()).export(Asked.of(context))));
    route(builder, "exportAudit")
        .addHandler(context -> send(context, JSON_LINES, PeopleRoutes.exportAudit(rooms)));
    route(builder, "followEvents").addHandler(new EventStream(vertx, rooms.feed())::follow);
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> ofRooms(Rooms rooms) {
    Map<String, Function<Asked, Future<JsonObject>>> all = new HashMap<>(reading(rooms.desks()));
    all.putAll(delivery(new DeliveryOperations(rooms.delivery())));
    all.putAll(new CareOperations(rooms.delivery(), rooms.roster()).all());
    return all;
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> airing(Operations operations) {
    return Map.ofEntries(
        Map.entry("listNotices", operations::listNotices),
        Map.entry("createNotice", operations::createNotice),
        Map.entry("listAirings", operations::listAirings),
        Map.entry("airNotice", operations::airNotice),
        Map.entry("getAiring", operations::getAiring),
        Map.entry("stopAiring", operations::stopAiring),
        Map.entry("listSpeakers", operations::listSpeakers),
        Map.entry("issueTicket", operations::issueTicket),
        Map.entry("revokeSpeaker", operations::revokeSpeaker),
        Map.entry("listCues", operations::listCues));
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> reading(Rooms.Desks desks) {
    DictionaryOperations dictionary = new DictionaryOperations(desks);
    ScriptOperations scripts = new ScriptOperations(desks);
    return Map.ofEntries(
        Map.entry("listDictionary", dictionary::list),
        Map.entry("putDictionaryEntry", dictionary::put),
        Map.entry("removeDictionaryEntry", dictionary::remove),
        Map.entry("listDictionaryHistory", dictionary::history),
        Map.entry("tryDictionaryEntry", dictionary::tryOut),
        Map.entry("importDictionary", dictionary::importTable),
        Map.entry("getScript", scripts::ofNotice),
        Map.entry("readScript", scripts::ofText),
        Map.entry("fixReading", scripts::fix),
        Map.entry("unfixReading", scripts::letGo),
        Map.entry("readDocument", scripts::readDocument),
        Map.entry("makeNotices", scripts::makeNotices));
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> planning(
      SheetOperations sheets, PlanningOperations planning) {
    return Map.ofEntries(
        Map.entry("getRundown", planning::rundown),
        Map.entry("whatSounds", planning::sounding),
        Map.entry("listHeld", planning::held),
        Map.entry("requestRelease", planning::request),
        Map.entry("withdrawHeld", planning::withdraw),
        Map.entry("release", planning::release),
        Map.entry("listProgrammes", sheets::list),
        Map.entry("putProgramme", sheets::put),
        Map.entry("putProgrammes", sheets::putNameless),
        Map.entry("removeProgramme", sheets::remove));
  }

  /** An operation that reads the request's body itself. */
  private static void taking(
      RouterBuilder builder,
      Rooms rooms,
      String id,
      BiFunction<Asked, RoutingContext, Future<JsonObject>> work) {
    route(builder, id)
        .addHandler(context -> answer(context, id, asked -> work.apply(asked, context), rooms));
  }

  private static Map<String, Function<Asked, Future<JsonObject>>> delivery(
      DeliveryOperations delivery) {
    return Map.ofEntries(
        Map.entry("getReadiness", delivery::readiness),
        Map.entry("listSilences", delivery::silences),
        Map.entry("orderSilence", delivery::silence),
        Map.entry("liftSilence", delivery::lift),
        Map.entry("getKeys", delivery::keys),
        Map.entry("rotateKey", delivery::rotate),
        Map.entry("revokeKey", delivery::revoke),
        Map.entry("importKey", delivery::importKey));
  }

  private static OpenAPIRoute route(RouterBuilder builder, String id) {
    return builder.getRoute(id);
  }

  private static void answer(
      RoutingContext context, String id, Function<Asked, Future<JsonObject>> work, Rooms rooms) {
    work.apply(Asked.of(context))
        .onSuccess(json -> tellPlans(context, rooms))
        .onSuccess(
            json ->
                context
                    .response()
                    .setStatusCode(statusOf(id))
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(json.toBuffer()))
        .onFailure(context::fail);
  }

  // Whatever is changed through the API may change what is planned.
  private static void tellPlans(RoutingContext context, Rooms rooms) {
    if (!context.request().method().equals(HttpMethod.GET)) {
      rooms.delivery().plans().changed();
    }
  }

  private static int statusOf(String id) {
    return switch (id) {
      case "createNotice",
          "renderNotice",
          "airNotice",
          "issueTicket",
          "fixReading",
          "requestRelease",
          "orderSilence",
          "makeNotices",
          "createRecordedNotice",
          "renderVersion",
          "addAccount",
          "beginTotp",
          "sendForApproval",
          "askEmergency",
          "askSelfTest",
          "askSelfTests" ->
          CREATED;
      case "stopAiring", "cancelProduction" -> TAKEN;
      default -> OK;
    };
  }

  private static void send(RoutingContext context, String type, Future<byte[]> content) {
    content
        .onSuccess(
            bytes ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .end(Buffer.buffer(bytes)))
        .onFailure(context::fail);
  }

  private static void sendContract(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, YAML).sendFile(Contract.FILE);
  }
}
