// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.PrintWriter;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import loalang.announcements.install.DownloadLimits;
import loalang.announcements.install.VoiceInstaller;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.ModelFile;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDetails;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a neural voice onto this machine. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = {
      "Cài một giọng đọc Piper; đứt mạng thì chạy lại, tải tiếp từ chỗ dừng.",
      "Install a Piper voice of the catalogue, or one from a folder or an address.",
      "Run it again after a broken line: it goes on where it stopped."
    })
final class VoicesInstallCommand implements Callable<Integer> {
  private static final EngineId PIPER = new EngineId("piper");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private VoicesOption office = new VoicesOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Giọng trong danh mục / a voice of the catalogue, or a name for a new one.")
  private @Nullable String id;

  @Option(
      names = "--from",
      paramLabel = "DIR|URL",
      description =
          "A folder with NAME.onnx and NAME.onnx.json, or the https address of NAME.onnx.")
  private @Nullable String from;

  @Option(
      names = "--sha256",
      paramLabel = "DIGITS",
      description = "What the model's SHA-256 must be; compulsory with an address.")
  private @Nullable String sha256;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "vi",
      description = "Of a new voice (default: ${DEFAULT-VALUE}).")
  private String language = "vi";

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      defaultValue = "LicenseRef-unknown",
      description = "Of a new voice, as its publisher says: CC-BY-4.0.")
  private String licence = "LicenseRef-unknown";

  @Option(
      names = "--accept-licence",
      description = "Tôi đã đọc giấy phép / I have read the licence and my use is allowed.")
  private boolean isAccepted;

  @Override
  public Integer call() {
    Voices known = office.installation().voices();
    VoiceInstaller installer =
        new VoiceInstaller(
            office.directory().resolve("voices"),
            DownloadLimits.STANDARD,
            ProxyOfEnvironment.of(System.getenv(), ProxySelector.getDefault()));
    try {
      tell(install(installer, known));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private Voice install(VoiceInstaller installer, Voices known) {
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    if (from == null) {
      Voice voice = withConsent(ofCatalogue(known));
      installer.install(voice, bar);
      return voice;
    }
    if (!from.contains("://")) {
      Path folder = Path.of(from);
      Voice voice = fresh(VoiceInstaller.modelIn(folder), List.of());
      installer.installFrom(folder, voice);
      return voice;
    }
    List<ModelFile> files = VoiceInstaller.filesAt(URI.create(from), digest());
    Voice voice = fresh(files.get(0).name().replaceAll("\\.onnx$", ""), files);
    installer.install(voice, bar);
    return voice;
  }

  private Voice ofCatalogue(Voices known) {
    if (id == null) {
      throw new ParameterException(spec.commandLine(), "ID? --from?");
    }
    VoiceId wanted = new VoiceId(id);
    return known.find(wanted).orElseGet(() -> known.named(wanted));
  }

  private String digest() {
    if (sha256 == null) {
      throw new ProblemException(
          new Problem(
              "VOICE_CHECKSUM_UNKNOWN",
              "Nobody has said which SHA-256 %s must have.".formatted(from),
              "Give the publisher's with --sha256."));
    }
    return sha256.toLowerCase(Locale.ROOT);
  }

  private Voice fresh(String model, List<ModelFile> files) {
    String name = id == null ? model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") : id;
    VoiceDetails plain = VoiceDetails.PLAIN;
    VoiceDetails details =
        new VoiceDetails(
            null, plain.sex(), plain.cost(), plain.standing(), isAccepted, null, files);
    return new Voice(new VoiceId(name), PIPER, model, new Language(language), licence, details);
  }

  private Voice withConsent(Voice voice) {
    VoiceDetails given = voice.details();
    return new Voice(
        voice.id(),
        voice.engine(),
        voice.engineVoice(),
        voice.language(),
        voice.licence(),
        new VoiceDetails(
            given.dialect(),
            given.sex(),
            given.cost(),
            given.standing(),
            given.licenceAccepted() || isAccepted,
            given.fallback(),
            given.files()));
  }

  private void tell(Voice voice) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("✓ %s  %s%n", voice.id(), voice.licence());
    out.printf("  ./loa voices test %s%n", voice.id());
    out.flush();
  }
}
