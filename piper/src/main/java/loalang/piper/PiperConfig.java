// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the {@code .onnx.json} beside a model says.
 *
 * @param rateHertz 8,000 to 96,000
 * @param espeakVoice whose phonemes the model was trained on, for example "vi"
 * @param noiseScale 0 to 2
 * @param lengthScale over 0, at most 4
 * @param noiseWidth 0 to 2
 * @param ids the numbers of each phoneme; holds "_", "^" and "$"
 * @throws IllegalArgumentException if a value is out of range
 */
record PiperConfig(
    int rateHertz,
    String espeakVoice,
    double noiseScale,
    double lengthScale,
    double noiseWidth,
    Map<String, List<Long>> ids) {
  private static final Pattern VOICE =
      Pattern.compile("[a-z][a-z0-9-]{1,31}", Pattern.UNICODE_CHARACTER_CLASS);

  PiperConfig {
    ids = Map.copyOf(ids);
    require(rateHertz >= 8_000 && rateHertz <= 96_000, "audio.sample_rate is 8000 to 96000");
    require(VOICE.matcher(espeakVoice).matches(), "espeak.voice names a voice of espeak-ng");
    require(noiseScale >= 0 && noiseScale <= 2, "inference.noise_scale is 0 to 2");
    require(lengthScale > 0 && lengthScale <= 4, "inference.length_scale is over 0, at most 4");
    require(noiseWidth >= 0 && noiseWidth <= 2, "inference.noise_w is 0 to 2");
    for (String mark : List.of(PhonemeIds.PAD, PhonemeIds.START, PhonemeIds.END)) {
      require(ids.containsKey(mark), "phoneme_id_map has \"%s\"".formatted(mark));
    }
  }

  /**
   * Reads the JSON.
   *
   * @throws IOException if it is no JSON
   * @throws IllegalArgumentException if it is not of this form
   */
  static PiperConfig read(byte[] json) throws IOException {
    JsonNode root = new ObjectMapper().readTree(json);
    String type = root.path("phoneme_type").asText("espeak");
    require(type.equals("espeak"), "phoneme_type is espeak, was " + type);
    JsonNode inference = root.path("inference");
    return new PiperConfig(
        root.path("audio").path("sample_rate").asInt(),
        root.path("espeak").path("voice").asText(),
        inference.path("noise_scale").asDouble(0.667),
        inference.path("length_scale").asDouble(1),
        inference.path("noise_w").asDouble(0.8),
        ids(root.path("phoneme_id_map")));
  }

  private static Map<String, List<Long>> ids(JsonNode map) {
    Map<String, List<Long>> ids = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      List<Long> numbers = new ArrayList<>();
      for (JsonNode number : entry.getValue()) {
        require(
            number.isIntegralNumber() && number.asLong() >= 0 && number.asLong() < 10_000,
            "phoneme_id_map holds numbers of 0 to 9999");
        numbers.add(number.asLong());
      }
      require(!numbers.isEmpty(), "phoneme_id_map gives \"%s\" a number".formatted(entry.getKey()));
      ids.put(entry.getKey(), List.copyOf(numbers));
    }
    return ids;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("the rule is: " + rule);
    }
  }
}
