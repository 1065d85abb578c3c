// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.LoginForm;
import loalang.controller.accounts.LoginForm.Origin;
import loalang.controller.accounts.Session;
import loalang.controller.api.Guard;
import loalang.controller.api.Rooms;
import loalang.controller.console.approvals.ApprovalPages;
import loalang.controller.console.frame.Face;
import loalang.controller.console.frame.Language;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.log.LogPages;
import loalang.controller.console.notices.NoticePages;
import loalang.controller.console.office.OfficePages;
import loalang.controller.console.own.OwnPages;
import loalang.controller.console.replay.ReplayPages;
import loalang.controller.console.schedule.SchedulePages;
import loalang.controller.console.speakers.SpeakerPages;
import loalang.controller.console.today.TodayPages;
import loalang.controller.console.urgent.EmergencyPages;
import loalang.controller.console.urgent.SilencePages;
import loalang.controller.console.voice.VoicePages;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The door: every page of the console. */
public final class ConsoleRoutes {
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;
  private static final long MAX_FORM_BYTES = 256 * 1024;
  private static final Duration LANGUAGE_LIFE = Duration.ofDays(400);

  private static final List<Place> PLACES =
      List.of(
          Place.TODAY,
          Place.NOTICES,
          Place.APPROVALS,
          Place.SCHEDULE,
          Place.SPEAKERS,
          Place.LOG,
          Place.VOICE,
          Place.OFFICE);

  private final PageDoor door;
  private final Guard guard;
  private final Rooms rooms;

  /** The pages. */
  public ConsoleRoutes(Guard guard, Rooms rooms, Face face) {
    this.door = new PageDoor(guard, face, PLACES);
    this.guard = guard;
    this.rooms = rooms;
  }

  /** Adds the pages to a router; a request for the API is none of theirs. */
  public void mount(Vertx vertx, Router router) {
    router.route().handler(ConsoleRoutes::harden);
    router.route("/web/*").handler(StaticHandler.create("web").setMaxAgeSeconds(3600));
    BodyHandler form = BodyHandler.create(false).setBodyLimit(MAX_FORM_BYTES);
    router.get("/login").handler(context -> login(context, Optional.empty()));
    router.post("/login").handler(form).handler(this::logIn);
    router.post("/logout").handler(form).handler(this::logOut);
    router.get("/password").handler(context -> password(context, Optional.empty()));
    router.post("/password").handler(form).handler(this::choosePassword);
    router.post("/language").handler(form).handler(ConsoleRoutes::chooseLanguage);
    router.route().handler(this::tellPlans);
    new TodayPages(door, rooms).mount(router, form);
    new SilencePages(door, rooms).mount(router, form);
    new EmergencyPages(door, rooms).mount(router, form);
    new NoticePages(door, rooms).mount(router, form);
    new ApprovalPages(door, rooms).mount(router, form);
    new VoicePages(door, rooms).mount(router);
    new OfficePages(door, rooms).mount(router, form);
    new OwnPages(door, rooms).mount(router, form);
    new ReplayPages(door, rooms).mount(router, form);
    new LogPages(door, rooms, vertx).mount(router);
    new SpeakerPages(door, rooms).mount(router, form);
    new SchedulePages(door, rooms).mount(router, form);
    router.routeWithRegex("(?!/api/|/openapi).*").failureHandler(door::tellFault);
  }

  /**
   * What answers where no route leads: a page to a person, a problem document to a program.
   *
   * @param faults answers programs
   */
  public Handler<RoutingContext> nowhere(Handler<RoutingContext> faults) {
    return context -> {
      if (context.normalizedPath().startsWith("/api/")) {
        faults.handle(context);
      } else {
        door.tellFault(context);
      }
    };
  }

  // Whatever is changed on a page may change what is planned.
  private void tellPlans(RoutingContext context) {
    if (context.request().method().equals(HttpMethod.POST)) {
      context.addEndHandler(answered -> rooms.delivery().plans().changed());
    }
    context.next();
  }

  private static void harden(RoutingContext context) {
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " img-src 'self' data:; media-src 'self' blob:; font-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin");
    context.next();
  }

  private void login(RoutingContext context, Optional<Problem> problem) {
    String typed = field(context, "account");
    LoginPage page =
        new LoginPage(door.face().communeName(), typed.isEmpty() ? Accounts.FIRST : typed, problem);
    door.show(context, "login.jte", Map.of("page", page, "texts", door.texts(context)));
  }

  private void logIn(RoutingContext context) {
    guard
        .accounts()
        .logIn(
            new LoginForm(
                field(context, "account"),
                field(context, "password"),
                field(context, "code"),
                origin(context)))
        .onSuccess(token -> welcome(context, token))
        .onFailure(e -> refuse(context, e));
  }

  private static Origin origin(RoutingContext context) {
    String device = context.request().getHeader(HttpHeaders.USER_AGENT);
    return new Origin(Guard.address(context), device == null ? "" : device);
  }

  private void password(RoutingContext context, Optional<Problem> problem) {
    guard
        .session(context)
        .ifPresentOrElse(
            session -> {
              PasswordPage page =
                  new PasswordPage(door.face().communeName(), session.csrfToken(), problem);
              Map<String, Object> values = Map.of("page", page, "texts", door.texts(context));
              door.show(context, "password.jte", values);
            },
            () -> PageDoor.goTo(context, "/login"));
  }

  private void choosePassword(RoutingContext context) {
    Optional<Session> session = ownForm(context);
    if (session.isEmpty()) {
      context.response().setStatusCode(FORBIDDEN);
      password(context, Optional.of(Guard.notOurs()));
      return;
    }
    guard
        .accounts()
        .own()
        .changePassword(session.get(), field(context, "current"), field(context, "chosen"))
        .onSuccess(card -> PageDoor.goTo(context, "/"))
        .onFailure(e -> tellPassword(context, e));
  }

  private void tellPassword(RoutingContext context, Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      context.response().setStatusCode(UNPROCESSABLE);
      password(context, Optional.of(known.problem()));
    } else {
      context.fail(thrown);
    }
  }

  private Optional<Session> ownForm(RoutingContext context) {
    return guard
        .session(context)
        .filter(session -> Accounts.isFromOwnPage(session, field(context, "csrf")));
  }

  private static void welcome(RoutingContext context, String token) {
    context
        .response()
        .addCookie(
            Cookie.cookie(Guard.COOKIE, token)
                .setHttpOnly(true)
                .setSecure(context.request().isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/"));
    PageDoor.goTo(context, "/");
  }

  private void refuse(RoutingContext context, Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      context.response().setStatusCode(UNAUTHORISED);
      login(context, Optional.of(known.problem()));
    } else {
      context.fail(thrown);
    }
  }

  private void logOut(RoutingContext context) {
    if (ownForm(context).isEmpty()) {
      context.response().setStatusCode(FORBIDDEN);
      login(context, Optional.of(Guard.notOurs()));
      return;
    }
    Cookie cookie = context.request().getCookie(Guard.COOKIE);
    if (cookie != null) {
      guard.accounts().logOut(cookie.getValue());
    }
    context.response().removeCookie(Guard.COOKIE);
    PageDoor.goTo(context, "/login");
  }

  // Harmless from a foreign page too: it changes the words, and nothing else.
  private static void chooseLanguage(RoutingContext context) {
    Language.of(field(context, "language"))
        .ifPresent(
            language ->
                context
                    .response()
                    .addCookie(
                        Cookie.cookie(PageDoor.LANGUAGE, language.tag())
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.STRICT)
                            .setMaxAge(LANGUAGE_LIFE.toSeconds())
                            .setPath("/")));
    String back = field(context, "back");
    PageDoor.goTo(context, back.matches("/(?![/\\\\])[ -~]*") ? back : "/");
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value;
  }
}
