// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.Actor;
import loalang.controller.accounts.Permission;
import loalang.controller.accounts.Session;
import loalang.controller.audit.Author;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may: the command line by its token, officers by their session.
 *
 * @param accounts decides
 */
public record Guard(Accounts accounts) {
  /** The cookie that carries a session's token. */
  public static final String COOKIE = "loa-session";

  /** The header that carries a page's own token. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String VISITOR = "loa-visitor";
  private static final String BEARER = "Bearer ";
  private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /**
   * Whoever sent a request.
   *
   * @param actor decides what they may
   * @param author as the histories name them
   * @param session on the page; empty for the command line and for strangers
   */
  public record Visitor(Actor actor, Author author, Optional<Session> session) {}

  /** Passes on, or fails with LOGIN_NEEDED, FORM_NOT_OURS or NOT_ALLOWED. */
  public void check(RoutingContext context, Permission permission) {
    Visitor visitor = visitor(context);
    context.put(VISITOR, visitor);
    boolean isForged = visitor.session().filter(session -> !isOurs(context, session)).isPresent();
    if (isForged && !HARMLESS.contains(context.request().method())) {
      context.fail(new ProblemException(notOurs()));
    } else {
      confirm(context, permission);
    }
  }

  /** Passes on if whoever was let in may do this, wherever; else fails with NOT_ALLOWED. */
  static void confirm(RoutingContext context, Permission permission) {
    who(context)
        .actor()
        .refusal(permission)
        .ifPresentOrElse(
            why -> context.fail(new ProblemException(why)), // where exactly, its room asks
            context::next);
  }

  /** Who was let in. */
  static Visitor who(RoutingContext context) {
    return Objects.requireNonNull(context.get(VISITOR), "The guard was not asked.");
  }

  /** Who is logged in. */
  public Optional<Session> session(RoutingContext context) {
    Cookie cookie = context.request().getCookie(COOKIE);
    return Optional.ofNullable(cookie).map(Cookie::getValue).flatMap(accounts::session);
  }

  /** Why a form from another page does nothing. */
  public static Problem notOurs() {
    return new Problem(
        "FORM_NOT_OURS", "The form does not come from this office's page.", "Load the page again.");
  }

  /** Whoever sends a request, let in or not. */
  public Visitor visitor(RoutingContext context) {
    Optional<Session> session = session(context);
    Actor actor =
        isCommandLine(context)
            ? new Actor.CommandLine()
            : session.map(accounts::actor).orElseGet(Actor.Stranger::new);
    Optional<Session> own = actor instanceof Actor.Person ? session : Optional.empty();
    return new Visitor(actor, new Author(actor.name(), address(context)), own);
  }

  /** Where a request comes from. */
  public static String address(RoutingContext context) {
    return Optional.ofNullable(context.request().remoteAddress())
        .map(SocketAddress::hostAddress)
        .orElse("");
  }

  private boolean isCommandLine(RoutingContext context) {
    @Nullable String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.startsWith(BEARER)
        && accounts.isCommandLine(header.substring(BEARER.length()).strip());
  }

  private static boolean isOurs(RoutingContext context, Session session) {
    @Nullable String token = context.request().getHeader(CSRF_HEADER);
    return token != null && Accounts.isFromOwnPage(session, token);
  }
}
