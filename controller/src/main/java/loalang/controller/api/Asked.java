// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Permission;
import loalang.controller.accounts.Session;
import loalang.controller.audit.Author;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * A request that is as the contract says.
 *
 * @param request validated
 * @param visitor who asks
 */
record Asked(ValidatedRequest request, Guard.Visitor visitor) {

  static Asked of(RoutingContext context) {
    return new Asked(
        context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST), Guard.who(context));
  }

  /** Who asks, for histories. */
  Author by() {
    return visitor.author();
  }

  /** The session of somebody with an account; only for what needs one. */
  Session session() {
    return visitor.session().orElseThrow();
  }

  /** Why whoever asks may not do this in these zones; empty if they may. */
  Optional<Problem> refusal(Permission permission, Set<PagingZone> zones) {
    return visitor.actor().refusal(permission, zones);
  }

  /**
   * Passes if whoever asks may do this in these zones.
   *
   * @throws ProblemException NOT_ALLOWED
   */
  void require(Permission permission, Set<PagingZone> zones) {
    refusal(permission, zones)
        .ifPresent(
            why -> {
              throw new ProblemException(why);
            });
  }

  String path(String name) {
    return Objects.requireNonNull(request.getPathParameters().get(name)).getString();
  }

  int number(String name, int otherwise) {
    RequestParameter value = request.getQuery().get(name);
    return value == null || value.isNull() ? otherwise : value.getInteger();
  }

  boolean has(String name) {
    return query(name).isPresent();
  }

  boolean flag(String name) {
    return query(name).map(RequestParameter::getBoolean).orElse(false);
  }

  /** A word of the query; numbers are words too. */
  Optional<String> word(String name) {
    return query(name).map(value -> String.valueOf(value.get()));
  }

  private Optional<RequestParameter> query(String name) {
    return Optional.ofNullable(request.getQuery().get(name)).filter(value -> !value.isNull());
  }

  byte[] bytes() {
    RequestParameter body = request.getBody();
    return body == null || body.isNull() ? new byte[0] : body.getBuffer().getBytes();
  }

  boolean isJson() {
    return request.getBody().isJsonObject();
  }

  JsonObject json() {
    return request.getBody().getJsonObject();
  }

  String text() {
    return request.getBody().getBuffer().toString(StandardCharsets.UTF_8);
  }
}
