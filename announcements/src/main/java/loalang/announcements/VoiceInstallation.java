// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.announcements.catalogue.VoiceCatalogue;
import loalang.announcements.catalogue.VoiceSheet;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.SpeechEngineProvider;
import loalang.announcements.speech.cloud.CloudKeys;
import loalang.announcements.speech.cloud.CloudVoices;
import loalang.announcements.speech.espeak.EspeakEngine;
import loalang.announcements.speech.espeak.EspeakSettings;
import loalang.announcements.speech.freetts.FreeTtsEngine;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Standing;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.Voices;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The voices one office has: the catalogue we ship, the voices installed in its directory, its own
 * {@code voices.yaml} on top, and the engines that speak them. Reading it blocks; the value is
 * usable on any thread.
 */
public final class VoiceInstallation {
  private static final Set<EngineId> ALWAYS_THERE = Set.of(EspeakEngine.ID, FreeTtsEngine.ID);

  private final Voices voices;
  private final VoiceCatalogue catalogue;
  private final List<SpeechEngineProvider> providers;
  private final CloudVoices cloud;
  private final Path directory;

  private VoiceInstallation(
      VoiceCatalogue catalogue,
      List<SpeechEngineProvider> providers,
      CloudVoices cloud,
      Path directory) {
    this.catalogue = catalogue;
    this.providers = providers;
    this.cloud = cloud;
    this.directory = directory;
    this.voices = catalogue.voices().each(this::asItStands);
  }

  /** The voices we ship and nothing else. */
  public static VoiceInstallation plain() {
    Path nowhere = Path.of("office");
    return new VoiceInstallation(
        VoiceCatalogue.of(List.of(VoiceSheet.standard())),
        List.of(),
        cloud(nowhere, Map.of()),
        nowhere.resolve("voices"));
  }

  /**
   * The voices of an office.
   *
   * @param office its directory, which need not exist
   * @param environment where keys of vendors may be
   * @throws ProblemException VOICES_FILE_INVALID or VOICES_FILE_UNREADABLE
   */
  public static VoiceInstallation of(Path office, Map<String, String> environment) {
    List<VoiceSheet> sheets = new ArrayList<>();
    sheets.add(VoiceSheet.standard());
    installedSheets(office.resolve("voices")).forEach(sheet -> sheets.add(read(sheet)));
    Path own = office.resolve("voices.yaml");
    if (Files.exists(own)) {
      sheets.add(read(own));
    }
    List<SpeechEngineProvider> providers =
        ServiceLoader.load(SpeechEngineProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return new VoiceInstallation(
        VoiceCatalogue.of(sheets), providers, cloud(office, environment), office.resolve("voices"));
  }

  private static CloudVoices cloud(Path office, Map<String, String> environment) {
    CloudKeys keys = new CloudKeys(environment, office.resolve("secrets"));
    return new CloudVoices(keys, office.resolve("cloud"), InstantSource.system());
  }

  /** All voices in the order of preference, each with its standing. */
  public Voices voices() {
    return voices;
  }

  /** New engines for these voices; whoever asks closes them. */
  public List<SpeechEngine> engines() {
    List<SpeechEngine> engines = new ArrayList<>();
    engines.add(new EspeakEngine(EspeakSettings.STANDARD));
    engines.add(new FreeTtsEngine());
    providers.forEach(provider -> engines.add(provider.open(directory)));
    engines.addAll(cloud.engines(catalogue::account));
    return engines;
  }

  private Voice asItStands(Voice voice) {
    if (voice.details().standing() != Standing.READY || ALWAYS_THERE.contains(voice.engine())) {
      return voice;
    }
    if (CloudVoices.isVendor(voice.engine())) {
      return cloud.hasKey(voice.engine()) ? voice : voice.standing(Standing.NO_KEY);
    }
    return isInstalled(voice) ? voice : voice.standing(Standing.NOT_INSTALLED);
  }

  private boolean isInstalled(Voice voice) {
    Path model = directory.resolve(voice.id().value()).resolve(voice.engineVoice() + ".onnx");
    Set<EngineId> provided =
        providers.stream().map(SpeechEngineProvider::id).collect(Collectors.toSet());
    return provided.contains(voice.engine()) && Files.exists(model);
  }

  private static List<Path> installedSheets(Path voices) {
    if (!Files.isDirectory(voices)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(voices)) {
      return folders
          .map(folder -> folder.resolve("voice.yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(voices, e);
    }
  }

  private static VoiceSheet read(Path sheet) {
    try {
      return VoiceSheet.read(Files.readString(sheet), sheet.toString());
    } catch (IOException e) {
      throw unreadable(sheet, e);
    }
  }

  private static ProblemException unreadable(Path path, IOException cause) {
    return new ProblemException(
        new Problem(
            "VOICES_FILE_UNREADABLE",
            "%s cannot be read as UTF-8 text.".formatted(path),
            "Check its rights and save it as UTF-8."),
        cause);
  }
}
