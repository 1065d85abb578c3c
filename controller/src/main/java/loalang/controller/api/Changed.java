// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.json.Json;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as the validator can take it.
 *
 * @param request as it came
 * @param query instead of its own
 * @param contentType instead of its own
 */
record Changed(
    ValidatableRequest request, Map<String, RequestParameter> query, @Nullable String contentType)
    implements ValidatableRequest {

  /** With these words of the query between quotation marks, as JSON has them. */
  static ValidatableRequest quoting(ValidatableRequest request, Set<String> words) {
    Map<String, RequestParameter> query = new LinkedHashMap<>(request.getQuery());
    query.replaceAll(
        (name, value) ->
            words.contains(name) && value.isString()
                ? new RequestParameterImpl(Json.encode(value.getString()))
                : value);
    return new Changed(request, query, request.getContentType());
  }

  @Override
  public Map<String, RequestParameter> getHeaders() {
    return request.getHeaders();
  }

  @Override
  public Map<String, RequestParameter> getCookies() {
    return request.getCookies();
  }

  @Override
  public Map<String, RequestParameter> getPathParameters() {
    return request.getPathParameters();
  }

  @Override
  public Map<String, RequestParameter> getQuery() {
    return query;
  }

  @Override
  public RequestParameter getBody() {
    return request.getBody();
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }
}
