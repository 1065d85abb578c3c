// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PiperConfigTest {

  @Test
  void a_configuration_of_the_published_shape_is_read() throws IOException {
    PiperConfig config = read(Voices.config());

    assertEquals(22_050, config.rateHertz());
    assertEquals("vi", config.espeakVoice());
    assertEquals(0.667, config.noiseScale());
    assertEquals(List.of(44L), config.ids().get("ŋ"));
    assertEquals(154, config.ids().size());
  }

  @Test
  void what_a_configuration_leaves_out_is_what_piper_takes() throws IOException {
    ObjectNode root = Voices.config();
    root.remove("inference");

    assertEquals(0.8, read(root).noiseWidth());
  }

  @ParameterizedTest(name = "{0} = {1} breaks the rule \"{2}\"")
  @CsvSource({
    "/audio/sample_rate, 0, audio.sample_rate",
    "/audio/sample_rate, 192000, audio.sample_rate",
    "/espeak/voice, '\"-f/etc/passwd\"', espeak.voice",
    "/espeak/voice, '\"\"', espeak.voice",
    "/inference/noise_scale, -1, noise_scale",
    "/inference/length_scale, 0, length_scale",
    "/inference/noise_w, 1e9, noise_w",
    "/phoneme_type, '\"text\"', phoneme_type",
    "/phoneme_id_map, '{\"_\":[0],\"^\":[1]}', phoneme_id_map",
    "/phoneme_id_map, '{\"_\":[0],\"^\":[1],\"$\":[\"x\"]}', phoneme_id_map",
    "/phoneme_id_map, '{\"_\":[0],\"^\":[1],\"$\":[]}', phoneme_id_map",
    "/phoneme_id_map, '{\"_\":[-5],\"^\":[1],\"$\":[2]}', phoneme_id_map",
  })
  void a_wrong_value_is_refused_with_its_rule(String path, String value, String rule)
      throws IOException {
    ObjectNode root = Voices.config();
    int slash = path.lastIndexOf('/');
    ((ObjectNode) root.at(path.substring(0, slash)))
        .set(path.substring(slash + 1), new ObjectMapper().readTree(value));

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> read(root));
    assertTrue(String.valueOf(refused.getMessage()).contains(rule), refused.getMessage());
  }

  private static PiperConfig read(ObjectNode root) throws IOException {
    return PiperConfig.read(root.toString().getBytes(StandardCharsets.UTF_8));
  }
}
