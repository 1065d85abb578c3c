// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import loalang.controller.accounts.LoginForm;
import loalang.controller.accounts.LoginForm.Origin;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.Map;
import java.util.Optional;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.Session;
import loalang.controller.api.Guard;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.speakers.Roster;
import loalang.protocol.ProblemException;

/** The door: the pages of the console. */
public final class ConsoleRoutes {
  private static final int AIRINGS = 20;
  private static final int SEE_OTHER = 303;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;
  private static final long MAX_FORM_BYTES = 8 * 1024;

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "loalang.controller.console.pages");
  private final Guard guard;
  private final Roster roster;
  private final AsRunLog log;
  private final Face face;

  /**
   * How the office shows itself.
   *
   * @param communeName as officers read it
   * @param texts what officers read
   */
  public record Face(String communeName, Texts texts) {}

  /** The pages. */
  public ConsoleRoutes(Guard guard, Roster roster, AsRunLog log, Face face) {
    this.guard = guard;
    this.roster = roster;
    this.log = log;
    this.face = face;
  }

  /** Adds the pages to a router. */
  public void mount(Vertx vertx, Router router) {
    router.route().handler(ConsoleRoutes::harden);
    router.route("/web/*").handler(StaticHandler.create("web"));
    router.get("/").handler(this::home);
    router.get("/parts/live").handler(this::livePart);
    router.get("/login").handler(context -> login(context, Optional.empty()));
    BodyHandler form = BodyHandler.create(false).setBodyLimit(MAX_FORM_BYTES);
    router.post("/login").handler(form).handler(this::logIn);
    router.post("/logout").handler(form).handler(this::logOut);
    router.get("/password").handler(context -> password(context, Optional.empty()));
    router.post("/password").handler(form).handler(this::choosePassword);
  }

  private static void harden(RoutingContext context) {
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer");
    context.next();
  }

  private void home(RoutingContext context) {
    Optional<Session> session = guard.session(context);
    if (session.isEmpty()) {
      goTo(context, "/login");
      return;
    }
    if (hasOneTimePassword(session.get())) {
      goTo(context, "/password");
      return;
    }
    live()
        .map(part -> page(session.get(), part))
        .onSuccess(page -> show(context, "home.jte", page))
        .onFailure(context::fail);
  }

  private void livePart(RoutingContext context) {
    if (guard.session(context).filter(known -> !hasOneTimePassword(known)).isEmpty()) {
      context.response().setStatusCode(UNAUTHORISED).end();
      return;
    }
    live()
        .onSuccess(part -> show(context, "live.jte", Map.of("live", part, "texts", face.texts())))
        .onFailure(context::fail);
  }

  private boolean hasOneTimePassword(Session session) {
    return guard.accounts().own().card(session.account()).oneTimeUntil().isPresent();
  }

  private void password(RoutingContext context, Optional<String> problem) {
    guard
        .session(context)
        .ifPresentOrElse(
            session -> {
              PasswordPage page =
                  new PasswordPage(face.communeName(), session.csrfToken(), problem);
              show(context, "password.jte", Map.of("page", page, "texts", face.texts()));
            },
            () -> goTo(context, "/login"));
  }

  private void choosePassword(RoutingContext context) {
    Optional<Session> session = ownForm(context);
    if (session.isEmpty()) {
      context.response().setStatusCode(FORBIDDEN);
      password(context, Optional.of(Guard.notOurs().code()));
      return;
    }
    guard
        .accounts()
        .own()
        .changePassword(session.get(), field(context, "current"), field(context, "chosen"))
        .onSuccess(card -> goTo(context, "/"))
        .onFailure(
            e -> {
              if (e instanceof ProblemException known) {
                context.response().setStatusCode(UNPROCESSABLE);
                password(context, Optional.of(known.problem().code()));
              } else {
                context.fail(e);
              }
            });
  }

  private Optional<Session> ownForm(RoutingContext context) {
    return guard
        .session(context)
        .filter(session -> Accounts.isFromOwnPage(session, field(context, "csrf")));
  }

  private Future<LivePart> live() {
    return log.newest(AIRINGS).map(airings -> new LivePart(roster.all(), airings));
  }

  private Map<String, Object> page(Session session, LivePart part) {
    HomePage page = new HomePage(face.communeName(), session.account(), session.csrfToken(), part);
    return Map.of("page", page, "texts", face.texts());
  }

  private void login(RoutingContext context, Optional<String> problem) {
    LoginPage page = new LoginPage(face.communeName(), problem);
    show(context, "login.jte", Map.of("page", page, "texts", face.texts()));
  }

  private void logIn(RoutingContext context) {
    String account = field(context, "account");
    guard
        .accounts()
        .logIn(
            new LoginForm(
                account, field(context, "password"), field(context, "code"), origin(context)))
        .onSuccess(token -> welcome(context, token))
        .onFailure(e -> refuse(context, e));
  }

  private static Origin origin(RoutingContext context) {
    String device = context.request().getHeader(HttpHeaders.USER_AGENT);
    return new Origin(Guard.address(context), device == null ? "" : device);
  }

  private static void welcome(RoutingContext context, String token) {
    context
        .response()
        .addCookie(
            Cookie.cookie(Guard.COOKIE, token)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/"));
    goTo(context, "/");
  }

  private void refuse(RoutingContext context, Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      context.response().setStatusCode(UNAUTHORISED);
      login(context, Optional.of(known.problem().code()));
    } else {
      context.fail(thrown);
    }
  }

  private void logOut(RoutingContext context) {
    if (ownForm(context).isEmpty()) {
      context.response().setStatusCode(FORBIDDEN);
      login(context, Optional.of(Guard.notOurs().code()));
      return;
    }
    Cookie cookie = context.request().getCookie(Guard.COOKIE);
    if (cookie != null) {
      guard.accounts().logOut(cookie.getValue());
    }
    context.response().removeCookie(Guard.COOKIE);
    goTo(context, "/login");
  }

  private void show(RoutingContext context, String template, Map<String, Object> values) {
    StringOutput html = new StringOutput();
    templates.render(template, values, html);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(html.toString());
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value;
  }

  private static void goTo(RoutingContext context, String path) {
    context.response().setStatusCode(SEE_OTHER).putHeader(HttpHeaders.LOCATION, path).end();
  }
}
