// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts that are ready for what cannot wait; places to fill in stand as three dots. */
public enum ReadyText {
  /** A storm comes near. */
  STORM,
  /** A dam lets water out. */
  FLOOD,
  /** A slope may slide. */
  LANDSLIDE,
  /** Something burns. */
  FIRE,
  /** Water that must not be drunk. */
  WATER;

  private final String body = read();

  /** As it stands in an address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of its name. */
  public String key() {
    return "emergency.text." + word();
  }

  /** What is said. */
  public String body() {
    return body;
  }

  /** The text of a word; empty if there is none. */
  static Optional<ReadyText> of(String word) {
    return Stream.of(values()).filter(text -> text.word().equals(word)).findFirst();
  }

  private String read() {
    try (InputStream file = ReadyText.class.getResourceAsStream("/urgent/" + word() + ".txt")) {
      byte[] bytes = Objects.requireNonNull(file, word()).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
