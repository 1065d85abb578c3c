// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import loalang.announcements.voice.ModelFile;
import loalang.announcements.voice.Voice;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Installs neural voices for one office. A voice appears whole or not at all; installing it again
 * replaces it.
 */
public final class VoiceInstaller {
  private final Path voices;
  private final VoiceDownload download;

  /**
   * An installer.
   *
   * @param voices the directory with one folder for each voice; made if it is missing
   * @param proxies how this machine reaches the network
   */
  public VoiceInstaller(Path voices, DownloadLimits limits, ProxySelector proxies) {
    this.voices = voices;
    this.download = new VoiceDownload(limits, proxies);
  }

  /**
   * Fetches the files a catalogue names for a voice.
   *
   * @throws ProblemException with a VOICE_DOWNLOAD code, VOICE_CHECKSUM_WRONG,
   *     VOICE_CHECKSUM_UNKNOWN, VOICE_LICENCE_NOT_ACCEPTED or VOICE_NOT_WRITTEN
   */
  public Path install(Voice voice, DownloadProgress progress) {
    requireLicence(voice);
    List<ModelFile> files = voice.details().files();
    if (files.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "VOICE_NOTHING_TO_INSTALL",
              "Voice %s has no files to fetch: %s speaks it.".formatted(voice.id(), voice.engine()),
              "Run \"./loa voices test %s\".".formatted(voice.id())));
    }
    files.forEach(VoiceInstaller::requireDigest);
    try {
      Path folder = Files.createDirectories(partsOf(voice));
      for (ModelFile file : files) {
        if (!isThere(file, folder.resolve(file.name()))) {
          download.fetch(file, folder.resolve(file.name()), progress);
        }
      }
      return appear(voice, folder);
    } catch (IOException e) {
      throw InstallProblems.disk(voices, e);
    }
  }

  /**
   * Copies a voice from a folder.
   *
   * @param source with {@code NAME.onnx} and {@code NAME.onnx.json}, where NAME is the engine's
   *     voice
   * @throws ProblemException VOICE_FOLDER_INVALID, VOICE_LICENCE_NOT_ACCEPTED or VOICE_NOT_WRITTEN
   */
  public Path installFrom(Path source, Voice voice) {
    requireLicence(voice);
    String name = voice.engineVoice() + ".onnx";
    try {
      Path folder = Files.createDirectories(partsOf(voice));
      for (String file : List.of(name, name + ".json")) {
        if (!Files.isRegularFile(source.resolve(file))) {
          throw InstallProblems.nothingThere(source, "no " + file);
        }
        Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
      return appear(voice, folder);
    } catch (IOException e) {
      throw InstallProblems.disk(voices, e);
    }
  }

  /** The only model in a folder, by its name without the ending. */
  public static String modelIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> models =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".onnx"))
              .toList();
      if (models.size() != 1) {
        throw InstallProblems.nothingThere(folder, "%d models".formatted(models.size()));
      }
      return models.get(0).replaceAll("\\.onnx$", "");
    } catch (IOException e) {
      throw InstallProblems.nothingThere(folder, "nothing that can be read");
    }
  }

  /**
   * The two files of a model at an address.
   *
   * @param sha256 of the model
   */
  public static List<ModelFile> filesAt(URI model, String sha256) {
    return List.of(new ModelFile(model, sha256), new ModelFile(URI.create(model + ".json"), null));
  }

  private Path appear(Voice voice, Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(VoiceInstaller::isModelFile).sorted().toList()) {
        sums.append(PartFile.sha256(file)).append("  ").append(file.getFileName()).append('\n');
      }
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums);
    Files.writeString(folder.resolve("voice.yaml"), VoiceEntryText.of(voice));
    Path visible = voices.resolve(voice.id().value());
    removed(visible);
    return Files.move(folder, visible, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Hidden beside the voices, so that no engine looks into it. */
  private Path partsOf(Voice voice) {
    return voices.resolve("." + voice.id() + ".part");
  }

  private static void removed(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static boolean isThere(ModelFile file, Path path) throws IOException {
    return file.sha256() != null
        && Files.exists(path)
        && Objects.equals(file.sha256(), PartFile.sha256(path));
  }

  private static boolean isModelFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".onnx") || name.endsWith(".onnx.json");
  }

  private static void requireDigest(ModelFile file) {
    if (file.sha256() == null && !file.name().endsWith(".json")) {
      throw InstallProblems.unknownChecksum(file.name());
    }
  }

  private static void requireLicence(Voice voice) {
    if (!voice.isLicensed()) {
      throw new ProblemException(
          new Problem(
              "VOICE_LICENCE_NOT_ACCEPTED",
              "Voice %s has the licence %s, which does not allow every use."
                  .formatted(voice.id(), voice.licence()),
              "Read the licence; if your use is allowed, add --accept-licence."));
    }
  }
}
