// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.Permission;
import loalang.controller.accounts.Session;
import loalang.controller.api.Faults;
import loalang.controller.api.Guard;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The door every page goes through: it asks who looks, checks that a form is ours, renders, and
 * tells faults as a page. On the event loop.
 */
public final class PageDoor {
  /** The cookie that keeps the chosen language. */
  public static final String LANGUAGE = "loa-language";

  private static final int SEE_OTHER = 303;
  private static final int UNAUTHORISED = 401;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
  private static final Pattern SAID = Pattern.compile("[a-z][a-z.-]{0,40}");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "loalang.controller.console.pages");
  private final Guard guard;
  private final Face face;
  private final List<Place> places;

  /**
   * A door.
   *
   * @param places the pages there are
   */
  public PageDoor(Guard guard, Face face, List<Place> places) {
    this.guard = guard;
    this.face = face;
    this.places = List.copyOf(places);
  }

  /** Who may come in. */
  public Guard guard() {
    return guard;
  }

  /** How the office shows itself. */
  public Face face() {
    return face;
  }

  /** A page; a stranger is sent to log in, and who has a one-time password to choose another. */
  public Handler<RoutingContext> page(Place here, Consumer<Visit> answer) {
    return context ->
        guard
            .session(context)
            .ifPresentOrElse(
                session ->
                    refusal(session)
                        .ifPresentOrElse(
                            why -> sendAway(context, why),
                            () ->
                                receive(context, new Visit(this, context, session, here), answer)),
                () -> goTo(context, "/login"));
  }

  private Optional<Problem> refusal(Session session) {
    return guard.accounts().actor(session).refusal(Permission.READ);
  }

  private static void sendAway(RoutingContext context, Problem why) {
    if (why.code().equals("PASSWORD_CHANGE_NEEDED")) {
      goTo(context, "/password");
    } else {
      context.fail(new ProblemException(why));
    }
  }

  /** A part of a page, asked for by a script; a stranger gets nothing. */
  public Handler<RoutingContext> part(Place here, Consumer<Visit> answer) {
    return context ->
        guard
            .session(context)
            .filter(session -> refusal(session).isEmpty())
            .ifPresentOrElse(
                session -> receive(context, new Visit(this, context, session, here), answer),
                () -> context.response().setStatusCode(UNAUTHORISED).end());
  }

  /** A form; it must carry the token of the visitor's own pages. */
  public Handler<RoutingContext> form(Place here, Consumer<Visit> answer) {
    return page(
        here,
        visit -> {
          if (Accounts.isFromOwnPage(visit.session(), visit.field("csrf"))) {
            answer.accept(visit);
          } else {
            visit.refuse(Guard.notOurs());
          }
        });
  }

  /** Tells a failed request as a page. */
  public void tellFault(RoutingContext context) {
    Problem problem = Faults.problemOf(context);
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context.response().setStatusCode(Faults.statusOf(problem));
    FaultPage page = new FaultPage(problem);
    guard
        .session(context)
        .ifPresentOrElse(
            session ->
                show(
                    context,
                    "fault.jte",
                    Map.of("frame", frame(context, session, Place.TODAY), "page", page)),
            () ->
                show(
                    context,
                    "door/fault.jte",
                    Map.of("commune", face.communeName(), "texts", texts(context), "page", page)));
  }

  /** Renders a template for one visitor. */
  public void show(RoutingContext context, String template, Map<String, Object> values) {
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    showOpen(context, template, values);
  }

  /** Renders a template that anybody may see; the caller says how long it may be kept. */
  public void showOpen(RoutingContext context, String template, Map<String, Object> values) {
    StringOutput html = new StringOutput();
    templates.render(template, values, html);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .end(html.toString());
  }

  /** Texts in the visitor's language. */
  public Texts texts(RoutingContext context) {
    Language language =
        Optional.ofNullable(context.request().getCookie(LANGUAGE))
            .map(Cookie::getValue)
            .flatMap(Language::of)
            .orElse(Language.VI);
    return new Texts(language, face.zone());
  }

  Frame frame(RoutingContext context, Session session, Place here) {
    Texts texts = texts(context);
    Optional<String> said =
        Optional.ofNullable(context.request().getParam("said"))
            .filter(key -> SAID.matcher(key).matches())
            .map(key -> "said." + key)
            .filter(texts::knows);
    return new Frame(
        face.communeName(),
        texts,
        session.account(),
        session.csrfToken(),
        here,
        context.request().uri(),
        places,
        guard.accounts().actor(session),
        said);
  }

  /** How this office was called, as http://host:port; empty if what was sent is no host. */
  public static String home(RoutingContext context) {
    String host = String.valueOf(context.request().authority());
    return HOST.matcher(host).matches() ? context.request().scheme() + "://" + host : "";
  }

  /** Sends somebody to a path of this office. */
  public static void goTo(RoutingContext context, String path) {
    context.response().setStatusCode(SEE_OTHER).putHeader(HttpHeaders.LOCATION, path).end();
  }

  private static void receive(RoutingContext context, Visit visit, Consumer<Visit> answer) {
    try {
      answer.accept(visit);
    } catch (ProblemException | IllegalArgumentException e) {
      context.fail(e);
    }
  }
}
