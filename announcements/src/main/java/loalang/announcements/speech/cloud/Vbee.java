// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/**
 * Vbee AIVoice TTS: a request gets a number, the number is asked for until it has the address of
 * the sound, which is good for three minutes. Nothing at an office can be called from outside, so
 * we ask and wait for no callback. Source: help.vbee.vn and api-docs.vbee.vn, Đặc tả API.
 */
final class Vbee implements Vendor {
  static final EngineId ID = new EngineId("vbee");
  static final String KEY = "vbee-key";
  static final String APP = "vbee-app-id";

  /** The document names no limit for this door. */
  static final VendorDoor DOOR =
      new VendorDoor(
          ID,
          URI.create("https://vbee.vn/api/v1/tts"),
          2_000,
          List.of(KEY, APP),
          (http, keys) -> new Vbee(http, CloudVoices.key(keys, KEY), CloudVoices.key(keys, APP)));

  /** The field is compulsory; a name that can never exist (RFC 6761) says that nobody listens. */
  private static final String NO_CALLBACK = "https://loalang.invalid/";

  private static final Set<String> ENDED = Set.of("SUCCESS", "FAILURE");

  private static final Pattern NUMBER =
      Pattern.compile("[A-Za-z0-9-]{1,64}", Pattern.UNICODE_CHARACTER_CLASS);

  private final CloudHttp http;
  private final Secret token;
  private final Secret app;

  private Vbee(CloudHttp http, Secret token, Secret app) {
    this.http = http;
    this.token = token;
    this.app = app;
  }

  @Override
  public byte[] speak(String text, String voice) {
    byte[] body =
        CloudJson.bytes(
            CloudJson.object()
                .put("app_id", app.forRequest())
                .put("response_type", "indirect")
                .put("callback_url", NO_CALLBACK)
                .put("input_text", text)
                .put("voice_code", voice)
                .put("audio_type", "mp3")
                .put("bitrate", 64)
                .put("speed_rate", "1.0"));
    HttpRequest request =
        authorised(http.address())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    JsonNode accepted = result(http.send(request));
    Answer done = http.await(authorised(numbered(accepted)).GET().build(), this::isDone);
    JsonNode sound = result(done);
    if (!sound.path("status").asText().equals("SUCCESS")) {
      throw new ProblemException(
          CloudProblems.refused(ID, http.shown("the request ended as " + sound.path("status"))));
    }
    URI link = CloudJson.link(sound.path("audio_link"), ID, http);
    return http.send(http.request(link).GET().build()).body();
  }

  private HttpRequest.Builder authorised(URI to) {
    return http.request(to).header("Authorization", "Bearer " + token.forRequest());
  }

  private URI numbered(JsonNode accepted) {
    String number = accepted.path("request_id").asText();
    if (!NUMBER.matcher(number).matches()) {
      throw new ProblemException(
          CloudProblems.rubbish(ID, "no request_id: " + http.shown(accepted.toString())));
    }
    return URI.create(http.address() + "/" + number);
  }

  private boolean isDone(Answer answer) {
    return !answer.isGood() || ENDED.contains(result(answer).path("status").asText());
  }

  private JsonNode result(Answer answer) {
    JsonNode said = CloudJson.read(answer, ID, http);
    if (said.path("status").asInt() != 1) {
      String why = said.path("error_message").asText("no reason given");
      throw new ProblemException(
          CloudProblems.refused(
              ID, http.shown("error_code %s, %s".formatted(said.path("error_code"), why))));
    }
    return said.path("result");
  }
}
