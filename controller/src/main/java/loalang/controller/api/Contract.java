// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * {@code openapi.yaml} in the form the validator takes. It knows JSON and octets; a text body is
 * shown to it as octets, whose reading is another room's.
 */
final class Contract {
  static final String FILE = "openapi.yaml";

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
  // It takes no relative address, which is the only honest one here.
  private static final String WHOLE_SERVER = "http://localhost/api/v1";
  private static final String OCTETS = "application/octet-stream";
  private static final Set<String> TEXTS =
      Set.of("text/plain", "text/markdown", "application/yaml", "text/tab-separated-values");

  private Contract() {}

  static Future<OpenAPIContract> load(Vertx vertx) {
    return vertx
        .fileSystem()
        .readFile(FILE)
        .compose(yaml -> vertx.executeBlocking(() -> forValidation(json(yaml.toString()))))
        .compose(json -> OpenAPIContract.from(vertx, json, Map.of()));
  }

  /** Reads requests whose body another handler has read before. */
  static RequestExtractor extractor() {
    return (context, operation) ->
        RequestExtractor.withBodyHandler()
            .extractValidatableRequest(context, operation)
            .map(request -> Changed.quoting(request, wordsOf(operation)))
            .map(
                request ->
                    isText(request.getContentType())
                        ? new Changed(request, request.getQuery(), OCTETS)
                        : request);
  }

  /** What the operation takes as words; the validator would read "1.5" or a quotation as JSON. */
  private static Set<String> wordsOf(Operation operation) {
    return operation.getParameters().stream()
        .filter(one -> one.getIn() == Location.QUERY && one.getSchemaType() == SchemaType.STRING)
        .map(Parameter::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean isText(@Nullable String contentType) {
    return contentType != null && TEXTS.contains(contentType.split(";", 2)[0].strip());
  }

  private static JsonObject json(String yaml) {
    if (new Load(LoadSettings.builder().build()).loadFromString(yaml) instanceof Map<?, ?> root) {
      Map<String, Object> members = new LinkedHashMap<>();
      root.forEach((name, value) -> members.put(String.valueOf(name), value));
      return new JsonObject(members).copy();
    }
    throw new IllegalStateException(FILE + " holds no contract.");
  }

  // What the validator does not know it refuses: kinds of text, and our answers, which tests check.
  private static JsonObject forValidation(JsonObject contract) {
    contract.getJsonObject("components").remove("responses");
    contract.remove("security"); // the guard looks after it
    contract.put("servers", new JsonArray().add(new JsonObject().put("url", WHOLE_SERVER)));
    JsonObject paths = contract.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      for (String method : METHODS) {
        JsonObject operation = paths.getJsonObject(path).getJsonObject(method);
        if (operation != null) {
          simplify(operation);
        }
      }
    }
    return contract;
  }

  private static void simplify(JsonObject operation) {
    JsonObject any = new JsonObject().put("description", "checked by tests");
    operation.remove("security");
    operation.put("responses", new JsonObject().put("default", any));
    if (operation.getBoolean("x-streamed", false)) {
      operation.remove("requestBody"); // it is on its way to a file, not in memory
    } else if (operation.containsKey("requestBody")) {
      textsAsOctetsIn(operation.getJsonObject("requestBody").getJsonObject("content"));
    }
  }

  private static void textsAsOctetsIn(JsonObject content) {
    for (String type : TEXTS) {
      Object schema = content.remove(type);
      if (schema != null) {
        content.put(OCTETS, schema);
      }
    }
  }
}
