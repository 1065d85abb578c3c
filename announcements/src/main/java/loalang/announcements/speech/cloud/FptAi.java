// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/**
 * FPT.AI Text to Speech v5: the text is the body, the answer names an address where the sound will
 * lie "from 5 seconds to 2 minutes" later. Source: docs.fpt.ai, Speech, Text to Speech.
 */
final class FptAi implements Vendor {
  static final EngineId ID = new EngineId("fpt-ai");
  static final String KEY = "fpt-ai-key";

  /** "Limit per request: 5.000 characters", and "at least 3". */
  static final VendorDoor DOOR =
      new VendorDoor(
          ID,
          URI.create("https://api.fpt.ai/hmi/tts/v5"),
          5_000,
          List.of(KEY),
          (http, keys) -> new FptAi(http, CloudVoices.key(keys, KEY)));

  private static final int SHORTEST = 3;

  private final CloudHttp http;
  private final Secret key;

  private FptAi(CloudHttp http, Secret key) {
    this.http = http;
    this.key = key;
  }

  @Override
  public byte[] speak(String text, String voice) {
    String body = text + ".".repeat(Math.max(0, SHORTEST - text.length()));
    HttpRequest request =
        http.request(http.address())
            .header("api_key", key.forRequest()) // as the document says
            .header("api-key", key.forRequest()) // as its samples say; proxies drop underscores
            .header("voice", voice)
            .header("format", "mp3")
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    JsonNode said = CloudJson.read(http.send(request), ID, http);
    if (said.path("error").asInt(-1) != 0) {
      throw new ProblemException(
          CloudProblems.refused(ID, http.shown(said.path("message").asText("no reason given"))));
    }
    URI link = CloudJson.link(said.path("async"), ID, http);
    return http.await(http.request(link).GET().build(), FptAi::isThere).body();
  }

  /** A store answers 404, or 403 to those who may not list it, until the sound is there. */
  private static boolean isThere(Answer answer) {
    return answer.status() != 404 && answer.status() != 403;
  }
}
