// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.announcements.voice.Voice;
import loalang.protocol.ProblemException;

/**
 * Where the files of one voice lie: {@code voices/ID/NAME.onnx}, {@code NAME.onnx.json} and, if it
 * was installed, {@code SHA256SUMS}.
 */
record ModelFolder(Voice voice, Path model, Path config) {
  /** Twice the largest Piper model there is. */
  static final long MAX_MODEL_BYTES = 300_000_000;

  private static final long MAX_CONFIG_BYTES = 1_000_000;

  static ModelFolder of(Path voices, Voice voice) {
    Path folder = voices.resolve(voice.id().value());
    String name = voice.engineVoice() + ".onnx";
    if (!folder.normalize().equals(folder.resolve(name).normalize().getParent())) {
      throw ModelProblems.missing(voice.id(), folder.resolve(name));
    }
    return new ModelFolder(voice, folder.resolve(name), folder.resolve(name + ".json"));
  }

  /**
   * Names, sizes and dates of every model in the directory: another model, another text.
   *
   * @throws UncheckedIOException if the directory is there and cannot be read
   */
  static String contents(Path voices) {
    if (!Files.isDirectory(voices)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(voices, 2)) {
      return files
          .filter(file -> file.toString().contains(".onnx"))
          .sorted()
          .map(file -> "%s %d %s".formatted(file, file.toFile().length(), lastModified(file)))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The model's bytes are those that were installed.
   *
   * @throws ProblemException VOICE_NOT_INSTALLED, VOICE_MODEL_CORRUPT or VOICE_CHECKSUM_WRONG
   */
  void check() {
    requireFile(model, MAX_MODEL_BYTES);
    requireFile(config, MAX_CONFIG_BYTES);
    for (Path file : List.of(model, config)) {
      Optional<String> expected = expected(file);
      if (expected.isPresent() && !expected.get().equals(sha256(file))) {
        throw ModelProblems.checksum(file, expected.get(), sha256(file));
      }
    }
  }

  /**
   * What the model is like.
   *
   * @throws ProblemException VOICE_MODEL_CONFIG
   */
  PiperConfig readConfig() {
    try {
      return PiperConfig.read(Files.readAllBytes(config));
    } catch (IOException | IllegalArgumentException e) {
      throw ModelProblems.config(config, firstLine(e), e);
    }
  }

  long modelBytes() {
    try {
      return Files.size(model);
    } catch (IOException e) {
      throw ModelProblems.missing(voice.id(), model);
    }
  }

  private void requireFile(Path file, long maxBytes) {
    if (!Files.isRegularFile(file)) {
      throw ModelProblems.missing(voice.id(), file);
    }
    try {
      long size = Files.size(file);
      if (size == 0 || size > maxBytes) {
        throw ModelProblems.corrupt(file, "it has %d bytes".formatted(size), null);
      }
    } catch (IOException e) {
      throw ModelProblems.corrupt(file, "it cannot be read", e);
    }
  }

  private static Optional<String> expected(Path file) {
    Path sums = file.resolveSibling("SHA256SUMS");
    if (!Files.exists(sums)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(sums).stream()
          .filter(line -> line.endsWith("  " + file.getFileName()))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst();
    } catch (IOException e) {
      throw ModelProblems.corrupt(sums, "it cannot be read", e);
    }
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
  }
}
