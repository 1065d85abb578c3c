// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import loalang.controller.api.ApiRoutes;
import loalang.controller.api.Faults;
import loalang.controller.api.Guard;
import loalang.controller.console.ConsoleRoutes;
import loalang.controller.console.frame.Face;
import loalang.controller.console.frame.Texts;
import loalang.controller.speakers.Speaker;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the rooms together, opens the doors, closes them again. No rule lives here. */
public final class ControllerVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(ControllerVerticle.class);
  private static final long SEND_AGAIN_MILLIS = 5_000;
  private static final int NOT_FOUND = 404;
  private static final long RENEWAL_MILLIS = TimeUnit.HOURS.toMillis(12);
  private static final int MAX_FIELD_BYTES = 2 * 1024 * 1024; // a whole notice; each route has less
  private static final int MAX_FIELDS = 20_000; // every line of a letter has its box

  private final ControllerConfig config;
  private final OfficeTools tools;
  private @Nullable Foundation foundation;
  private @Nullable Wiring wiring;
  private @Nullable HttpServer server;
  private Optional<String> firstPassword = Optional.empty();

  /** A controller that is not started yet. */
  public ControllerVerticle(ControllerConfig config, OfficeTools tools) {
    this.config = config.checked();
    this.tools = tools;
  }

  /** The port of console and API; after the start. */
  public int httpPort() {
    return Objects.requireNonNull(server).actualPort();
  }

  /** The port of the broker; after the start. */
  public int mqttPort() {
    return Objects.requireNonNull(foundation).mqttPort(config);
  }

  /** The first account's password, if this start made the account. */
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  @Override
  public Future<?> start() {
    return vertx
        .executeBlocking(() -> Foundation.lay(config, tools.now(), this::presence))
        .compose(this::open)
        .recover(e -> stop().transform(stopped -> Future.failedFuture(e)));
  }

  @Override
  public Future<?> stop() {
    Future<?> closed = server == null ? Future.succeededFuture() : server.close();
    return closed
        .transform(done -> wiring == null ? Future.succeededFuture() : wiring.link.close())
        .transform(done -> vertx.executeBlocking(this::closeFoundation));
  }

  private Future<?> open(Foundation laid) {
    foundation = laid;
    // The rooms are made on a worker: their libraries take a second to load on a small computer.
    return vertx
        .executeBlocking(() -> new Wiring(context, config, tools, laid))
        .compose(wired -> open(laid, wired));
  }

  private Future<?> open(Foundation laid, Wiring wired) {
    wiring = wired;
    return wired
        .load()
        .compose(loaded -> wired.accounts.makeFirst(laid.directory().firstLogin()))
        .onSuccess(password -> firstPassword = password)
        .compose(made -> openLink(wired))
        .compose(linked -> wired.startClockwork())
        .compose(started -> router(wired))
        .compose(this::listen)
        .onSuccess(listening -> vertx.setPeriodic(SEND_AGAIN_MILLIS, t -> wired.sendAgain()))
        .onSuccess(listening -> vertx.setPeriodic(RENEWAL_MILLIS, t -> renew(laid)));
  }

  private void renew(Foundation laid) {
    vertx
        .executeBlocking(
            () -> {
              laid.renewCertificate(config, tools.now().instant());
              return laid;
            })
        .onFailure(e -> LOG.error("The broker's certificate is not renewed: {}", e.getMessage()));
  }

  // An external broker may come later; without the embedded one there is no office.
  private Future<Void> openLink(Wiring wired) {
    Future<Void> open = wired.link.open();
    return config.externalBroker().isPresent()
        ? open.otherwise(
            e -> {
              LOG.warn("{}", e.getMessage());
              return null;
            })
        : open;
  }

  private Future<Router> router(Wiring wired) {
    Face face = new Face(config.communeName(), config.quietHours().zone());
    Texts texts = Texts.vietnamese(face.zone());
    Guard guard = new Guard(wired.accounts);
    ConsoleRoutes console = new ConsoleRoutes(guard, wired.rooms, face);
    Router router = Router.router(vertx);
    console.mount(vertx, router);
    Faults faults = new Faults(texts::problem);
    ApiRoutes.Gatehouse gatehouse = new ApiRoutes.Gatehouse(guard, faults, () -> health(wired));
    return ApiRoutes.mount(vertx, router, wired.rooms, gatehouse)
        .map(router.errorHandler(NOT_FOUND, console.nowhere(faults::answer)));
  }

  private Future<HttpServer> listen(Router router) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.http().host())
            .setPort(config.http().port())
            .setMaxFormAttributeSize(MAX_FIELD_BYTES)
            .setMaxFormFields(MAX_FIELDS);
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .listen()
        .onSuccess(listening -> server = listening)
        .recover(e -> Future.failedFuture(e instanceof BindException ? taken(e) : e));
  }

  private JsonObject health(Wiring wired) {
    boolean up = wired.link.isUp();
    JsonObject health =
        new JsonObject()
            .put("status", up ? "up" : "degraded")
            .put("broker", up ? "up" : "gone")
            .put("commune", config.commune().value())
            .put("communeName", config.communeName())
            .put("mqttPort", mqttPort())
            .put("speakers", wired.rooms.roster().all().size())
            .put("online", wired.rooms.roster().all().stream().filter(Speaker::isOnline).count());
    wired.clockProblem().ifPresent(problem -> health.put("clockProblem", problem.toString()));
    return health;
  }

  private void presence(String clientId, boolean connected) {
    context.runOnContext(
        ignored -> {
          if (wiring != null) {
            wiring.rooms.roster().onPresence(clientId, connected);
          }
        });
  }

  private @Nullable Void closeFoundation() {
    if (wiring != null) {
      wiring.rooms.timetable().close();
    }
    if (foundation != null) {
      foundation.close();
    }
    return null;
  }

  private ProblemException taken(Throwable cause) {
    return new ProblemException(
        new Problem(
            "PORT_TAKEN",
            "HTTP port %s:%d cannot be opened: %s."
                .formatted(config.http().host(), config.http().port(), cause.getMessage()),
            "Stop the other program, or choose another port with --http-port."),
        cause);
  }
}
