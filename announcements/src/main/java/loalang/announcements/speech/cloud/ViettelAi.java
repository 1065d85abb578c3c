// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/**
 * Viettel AI TTS: one request, answered with the sound itself, or with a JSON of code and messages.
 * The token travels in the body. Source: viettelai.vn, API TTS.
 */
final class ViettelAi implements Vendor {
  static final EngineId ID = new EngineId("viettel-ai");
  static final String KEY = "viettel-ai-key";

  /** The document names no limit; a thousand characters are a minute and a half of speech. */
  static final VendorDoor DOOR =
      new VendorDoor(
          ID,
          URI.create("https://viettelai.vn/tts/speech_synthesis"),
          1_000,
          List.of(KEY),
          (http, keys) -> new ViettelAi(http, CloudVoices.key(keys, KEY)));

  private static final int AS_MP3 = 3;

  private final CloudHttp http;
  private final Secret key;

  private ViettelAi(CloudHttp http, Secret key) {
    this.http = http;
    this.key = key;
  }

  @Override
  public byte[] speak(String text, String voice) {
    byte[] body =
        CloudJson.bytes(
            CloudJson.object()
                .put("text", text)
                .put("voice", voice)
                .put("speed", 1.0)
                .put("tts_return_option", AS_MP3)
                .put("token", key.forRequest())
                .put("without_filter", false));
    HttpRequest request =
        http.request(http.address())
            .header("Content-Type", "application/json")
            .header("Accept", "*/*")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    Answer answer = http.send(request);
    if (CloudJson.isObject(answer.body())) {
      JsonNode said = CloudJson.read(answer, ID, http);
      String why =
          said.path("vi_message").asText(said.path("en_message").asText("no reason given"));
      throw new ProblemException(
          CloudProblems.refused(ID, http.shown("code %s, %s".formatted(said.path("code"), why))));
    }
    return answer.body();
  }
}
