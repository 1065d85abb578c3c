// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A request that is as the contract says.
 *
 * @param request validated
 */
record Asked(ValidatedRequest request) {

  static Asked of(RoutingContext context) {
    return new Asked(context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST));
  }

  String path(String name) {
    return Objects.requireNonNull(request.getPathParameters().get(name)).getString();
  }

  int number(String name, int otherwise) {
    RequestParameter value = request.getQuery().get(name);
    return value == null || value.isNull() ? otherwise : value.getInteger();
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
