// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.Parts;
import loalang.protocol.wire.Decoded.Malformed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadBytesTest {
  private static final String GOOD_ORDER =
      new String(Wire.ORDER.encode(Examples.orderToPlay()), UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"warrant\":null,\"order\":null}",
        "\u0000\u0001",
        "{\"warrant\":{},\"order\":{\"kind\":\"play\"}}",
        "{\"order\":{\"kind\":\"self-destruct\"}}"
      })
  void what_is_no_order_is_malformed(String bytes) {
    assertInstanceOf(Malformed.class, Wire.ORDER.decode(bytes.getBytes(UTF_8)));
  }

  @Test
  void an_order_that_lacks_its_digest_is_malformed_and_says_so() {
    String without = GOOD_ORDER.replaceFirst("\"digest\":\"[0-9a-f]*\",", "");
    Malformed<?> malformed =
        assertInstanceOf(Malformed.class, Wire.ORDER.decode(without.getBytes(UTF_8)));
    assertEquals("The message lacks order.recording.digest.", malformed.why());
  }

  @Test
  void an_order_for_a_topic_wildcard_is_malformed() {
    String wildcard = GOOD_ORDER.replace("thon-hai", "#");
    assertInstanceOf(Malformed.class, Wire.ORDER.decode(wildcard.getBytes(UTF_8)));
  }

  @Test
  void an_order_of_an_unknown_kind_is_malformed() {
    String unknown = GOOD_ORDER.replace("\"kind\":\"play\"", "\"kind\":\"sing\"");
    assertInstanceOf(Malformed.class, Wire.ORDER.decode(unknown.getBytes(UTF_8)));
  }

  @Test
  void a_second_message_behind_the_first_is_malformed() {
    assertInstanceOf(Malformed.class, Wire.ORDER.decode((GOOD_ORDER + GOOD_ORDER).getBytes(UTF_8)));
  }

  @Test
  void a_thousand_open_brackets_are_malformed_not_a_crash() {
    String deep = "{\"warrant\":" + "[".repeat(1000);
    assertInstanceOf(Malformed.class, Wire.ORDER.decode(deep.getBytes(UTF_8)));
  }

  @Test
  void ten_thousand_altered_orders_are_understood_or_malformed_but_never_crash() {
    Random random = new Random(20_261_122);
    byte[] good = GOOD_ORDER.getBytes(UTF_8);
    int malformed = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] altered = Arrays.copyOf(good, good.length - random.nextInt(3));
      altered[random.nextInt(altered.length)] = (byte) random.nextInt(256);
      if (Wire.ORDER.decode(altered) instanceof Malformed) {
        malformed++;
      }
    }
    assertTrue(malformed > 5_000, "only " + malformed + " of 10,000 were found out");
  }

  @Test
  void an_audio_part_comes_back_as_it_went() {
    AudioPart part = new AudioPart(3, 5, new byte[] {1, 2, 3});
    assertEquals(
        new Decoded.Understood<>(part), AudioPartBytes.decode(AudioPartBytes.encode(part)));
  }

  @Test
  void an_oversize_audio_part_is_malformed() {
    byte[] full = AudioPartBytes.encode(new AudioPart(0, 1, new byte[Parts.SIZE_BYTES]));
    assertInstanceOf(Malformed.class, AudioPartBytes.decode(Arrays.copyOf(full, full.length + 1)));
  }

  @Test
  void an_audio_part_of_another_version_or_without_sound_is_malformed() {
    byte[] part = AudioPartBytes.encode(new AudioPart(0, 1, new byte[] {7}));
    part[0] = 9;
    assertInstanceOf(Malformed.class, AudioPartBytes.decode(part));
    assertInstanceOf(Malformed.class, AudioPartBytes.decode(new byte[9]));
    assertInstanceOf(Malformed.class, AudioPartBytes.decode(new byte[0]));
  }

  @Test
  void an_audio_part_outside_its_own_count_is_malformed() {
    byte[] part = AudioPartBytes.encode(new AudioPart(0, 1, new byte[] {7}));
    part[4] = 9;
    assertInstanceOf(Malformed.class, AudioPartBytes.decode(part));
  }
}
