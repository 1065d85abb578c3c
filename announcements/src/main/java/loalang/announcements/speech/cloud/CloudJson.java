// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/** The JSON of vendors. */
final class CloudJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CloudJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree has a JSON form.", e);
    }
  }

  /** True if this can only be JSON, and no sound. */
  static boolean isObject(byte[] body) {
    return body.length > 0 && body[0] == '{';
  }

  /**
   * The answer as an object.
   *
   * @throws ProblemException SPEECH_CLOUD_ANSWER_INVALID
   */
  static JsonNode read(Answer answer, EngineId vendor, CloudHttp http) {
    try {
      JsonNode root = MAPPER.readTree(answer.body());
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (IOException notJson) {
      throw new ProblemException(
          CloudProblems.rubbish(vendor, "no JSON: " + answer.shortened(http::shown)));
    }
    throw new ProblemException(
        CloudProblems.rubbish(vendor, "no object: " + answer.shortened(http::shown)));
  }

  /**
   * An address in an answer.
   *
   * @throws ProblemException SPEECH_CLOUD_ANSWER_INVALID
   */
  static URI link(JsonNode text, EngineId vendor, CloudHttp http) {
    try {
      URI link = URI.create(text.asText());
      if (link.isAbsolute() && link.getHost() != null) {
        return link;
      }
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          CloudProblems.rubbish(vendor, "no address: " + http.shown(text.asText())));
    }
    throw new ProblemException(
        CloudProblems.rubbish(vendor, "no address: " + http.shown(text.asText())));
  }
}
