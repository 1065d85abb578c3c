// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.Session;
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

  /** Who the command line is in histories. */
  public static final String COMMAND_LINE = "command-line";

  private static final String WHO = "loa-who";
  private static final String BEARER = "Bearer ";
  private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** Passes on, or fails with LOGIN_NEEDED or FORM_NOT_OURS. */
  public void check(RoutingContext context) {
    if (isOpen(context) || isCommandLine(context)) {
      context.put(WHO, COMMAND_LINE);
      context.next();
      return;
    }
    Optional<Session> session = session(context);
    session.ifPresent(known -> context.put(WHO, known.account()));
    if (session.isEmpty()) {
      context.fail(new ProblemException(loginNeeded()));
    } else if (HARMLESS.contains(context.request().method()) || isOurs(context, session.get())) {
      context.next();
    } else {
      context.fail(new ProblemException(notOurs()));
    }
  }

  /** Who was let in: an account, or the command line. */
  static String who(RoutingContext context) {
    return context.get(WHO, COMMAND_LINE);
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

  private static boolean isOpen(RoutingContext context) {
    return context.normalizedPath().equals("/api/v1/health");
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

  private static Problem loginNeeded() {
    return new Problem(
        "LOGIN_NEEDED",
        "Nobody is logged in.",
        "Log in on the page, or send the text of the file cli-token as a bearer token.");
  }
}
