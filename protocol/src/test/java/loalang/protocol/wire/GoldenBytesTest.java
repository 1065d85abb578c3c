// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import loalang.protocol.wire.Decoded.Understood;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes under {@code golden/v1} are on poles already: they are added to, never edited. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenBytesTest {

  static Stream<String> messages() {
    return Examples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_written_as_the_poles_know_it(String name) throws IOException {
    assertEquals(golden(name), written(Examples.named(name)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void what_the_poles_know_is_read_as_the_same_message(String name) throws IOException {
    Examples.Example<?> example = Examples.named(name);
    assertEquals(
        new Understood<>(example.message()), example.wire().decode(golden(name).getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_member_from_the_future_is_passed_over(String name) throws IOException {
    Examples.Example<?> example = Examples.named(name);
    String fromTheFuture = golden(name).replaceFirst("\\{", "{\"bornLater\":[1,{}],");
    assertEquals(
        new Understood<>(example.message()), example.wire().decode(fromTheFuture.getBytes(UTF_8)));
  }

  private static <T> String written(Examples.Example<T> example) {
    return new String(example.wire().encode(example.message()), UTF_8);
  }

  private static String golden(String name) throws IOException {
    String file = "/golden/v1/" + name + ".json";
    try (InputStream in = GoldenBytesTest.class.getResourceAsStream(file)) {
      assertNotNull(in, file + " is missing");
      return new String(in.readAllBytes(), UTF_8).strip();
    }
  }
}
