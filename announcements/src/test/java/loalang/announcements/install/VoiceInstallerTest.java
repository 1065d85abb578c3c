// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import loalang.announcements.catalogue.VoiceCatalogue;
import loalang.announcements.catalogue.VoiceSheet;
import loalang.announcements.voice.Cost;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.ModelFile;
import loalang.announcements.voice.Sex;
import loalang.announcements.voice.Standing;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDetails;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VoiceInstallerTest {
  private static final byte[] MODEL = bytes(200_000);
  private static final DownloadLimits QUICK =
      new DownloadLimits(1_000_000, Duration.ofSeconds(20), 4, Duration.ofMillis(5));
  private static final DownloadLimits IMPATIENT =
      new DownloadLimits(1_000_000, Duration.ofSeconds(1), 6, Duration.ofMillis(5));

  @TempDir private Path voices = Path.of("");

  private final StubPublisher publisher = new StubPublisher(MODEL);
  private final List<Long> progress = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void a_voice_is_fetched_checked_and_appears_with_its_sheet() throws IOException {
    install(digest());

    assertArrayEquals(MODEL, Files.readAllBytes(folder().resolve("lan.onnx")));
    assertTrue(Files.readString(folder().resolve("SHA256SUMS")).contains(digest() + "  lan.onnx"));
    Voice read =
        VoiceCatalogue.of(
                List.of(
                    VoiceSheet.standard(),
                    VoiceSheet.read(Files.readString(folder().resolve("voice.yaml")), "x")))
            .voices()
            .speaking(Language.VIETNAMESE);
    assertEquals("co-lan", read.id().value());
    assertEquals(VoiceDialect.CENTRAL, read.details().dialect());
    assertEquals(MODEL.length, progress.get(progress.size() - 1));
    assertEquals(List.of(), hidden());
  }

  @Test
  void a_line_that_breaks_is_dialled_again_and_nothing_is_fetched_twice() throws IOException {
    publisher.first(StubPublisher.cutAfter(50_000), StubPublisher.cutAfter(70_000));

    install(digest());

    assertArrayEquals(MODEL, Files.readAllBytes(folder().resolve("lan.onnx")));
    assertEquals(List.of("", "bytes=50000-", "bytes=120000-"), publisher.ranges());
  }

  @Test
  void a_line_that_stalls_is_dropped_and_dialled_again() throws IOException {
    publisher.first(StubPublisher.stallAfter(80_000));

    new VoiceInstaller(voices, IMPATIENT, ProxySelector.of(null))
        .install(voice(digest(), "CC0-1.0"), this::note);

    assertTrue(publisher.ranges().contains("bytes=80000-"), publisher.ranges().toString());
    assertArrayEquals(MODEL, Files.readAllBytes(folder().resolve("lan.onnx")));
  }

  @Test
  void the_next_command_goes_on_where_the_last_one_gave_up() throws IOException {
    publisher.first(
        StubPublisher.cutAfter(10_000),
        StubPublisher.cutAfter(10_000),
        StubPublisher.cutAfter(10_000),
        StubPublisher.cutAfter(10_000));

    assertEquals("VOICE_DOWNLOAD_BROKEN", refused(digest()).code());
    assertFalse(Files.exists(folder()));
    install(digest());

    assertEquals("bytes=40000-", publisher.ranges().get(4));
    assertArrayEquals(MODEL, Files.readAllBytes(folder().resolve("lan.onnx")));
  }

  @Test
  void a_part_that_nobody_asked_for_is_not_added() throws IOException {
    publisher.first(StubPublisher.cutAfter(50_000), StubPublisher.wrongRange());

    install(digest());

    assertArrayEquals(MODEL, Files.readAllBytes(folder().resolve("lan.onnx")));
    assertEquals(List.of("", "bytes=50000-", ""), publisher.ranges());
  }

  @Test
  void a_busy_publisher_is_asked_again() {
    publisher.first(StubPublisher.status(503), StubPublisher.status(429));

    install(digest());

    assertEquals(3, publisher.ranges().size());
  }

  @Test
  void a_redirection_on_the_same_terms_is_followed() throws IOException {
    publisher.first(StubPublisher.status(302, "Location", "/elsewhere/lan.onnx"));

    install(digest());

    assertTrue(Files.exists(folder().resolve("lan.onnx")));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("404", StubPublisher.status(404), "VOICE_DOWNLOAD_REFUSED"),
        Arguments.of("403", StubPublisher.status(403), "VOICE_DOWNLOAD_REFUSED"),
        Arguments.of("a web page", StubPublisher.page(), "VOICE_DOWNLOAD_REFUSED"),
        Arguments.of("no end", StubPublisher.endless(), "VOICE_DOWNLOAD_TOO_LARGE"),
        Arguments.of(
            "another protocol",
            StubPublisher.status(302, "Location", "ftp://127.0.0.1/lan.onnx"),
            "VOICE_DOWNLOAD_REFUSED"),
        Arguments.of(
            "a file of this machine",
            StubPublisher.status(302, "Location", "file:///etc/passwd"),
            "VOICE_DOWNLOAD_REFUSED"),
        Arguments.of(
            "an open line to elsewhere",
            StubPublisher.status(302, "Location", "http://example.vn/lan.onnx"),
            "VOICE_DOWNLOAD_REFUSED"),
        Arguments.of("nowhere", StubPublisher.status(302), "VOICE_DOWNLOAD_REFUSED"));
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("refusals")
  void what_is_no_voice_is_refused_at_once_and_leaves_nothing(
      String what, StubPublisher.Trouble trouble, String code) {
    publisher.first(trouble);

    assertEquals(code, refused(digest()).code(), what);
    assertEquals(1, publisher.ranges().size());
    assertFalse(Files.exists(folder()));
  }

  @Test
  void a_file_with_the_wrong_digest_is_removed() throws IOException {
    Problem problem = refused("0".repeat(64));

    assertEquals("VOICE_CHECKSUM_WRONG", problem.code());
    assertTrue(problem.whatHappened().contains(digest()), problem.toString());
    assertFalse(Files.exists(folder()));
    assertEquals(List.of(".co-lan.part"), hidden());
    try (Stream<Path> left = Files.list(voices.resolve(".co-lan.part"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void a_model_of_which_nobody_knows_the_digest_is_not_fetched() {
    assertEquals("VOICE_CHECKSUM_UNKNOWN", refused(null).code());
    assertEquals(0, publisher.ranges().size());
  }

  @Test
  void a_licence_must_be_accepted_before_anything_is_fetched() {
    Voice voice = voice(digest(), "CC-BY-NC-4.0");

    ProblemException fault =
        assertThrows(ProblemException.class, () -> installer().install(voice, this::note));
    assertEquals("VOICE_LICENCE_NOT_ACCEPTED", fault.problem().code());
    assertEquals(0, publisher.ranges().size());
  }

  @Test
  void a_voice_without_files_is_there_already() {
    Voice plain =
        new Voice(
            new VoiceId("plain"), new EngineId("espeak-ng"), "vi", Language.VIETNAMESE, "MIT");

    ProblemException fault =
        assertThrows(ProblemException.class, () -> installer().install(plain, this::note));
    assertEquals("VOICE_NOTHING_TO_INSTALL", fault.problem().code());
  }

  @Test
  void an_installed_voice_is_replaced_whole() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("old.onnx"), "old");

    install(digest());

    assertFalse(Files.exists(folder().resolve("old.onnx")));
  }

  @Test
  void a_voice_can_come_from_a_folder(@TempDir Path stick) throws IOException {
    Files.write(stick.resolve("lan.onnx"), MODEL);
    Files.writeString(stick.resolve("lan.onnx.json"), "{}");

    assertEquals("lan", VoiceInstaller.modelIn(stick));
    installer().installFrom(stick, voice(null, "CC0-1.0"));

    assertTrue(Files.readString(folder().resolve("SHA256SUMS")).contains("lan.onnx.json"));
  }

  @Test
  void a_folder_that_holds_no_voice_is_refused(@TempDir Path stick) throws IOException {
    assertEquals(
        "VOICE_FOLDER_INVALID",
        assertThrows(ProblemException.class, () -> VoiceInstaller.modelIn(stick)).problem().code());
    Files.write(stick.resolve("lan.onnx"), MODEL);
    assertEquals(
        "VOICE_FOLDER_INVALID",
        assertThrows(
                ProblemException.class,
                () -> installer().installFrom(stick, voice(null, "CC0-1.0")))
            .problem()
            .code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.vn/a.onnx", "ftp://x.vn/a.onnx", "https://me@x.vn/a.onnx"})
  void only_https_is_fetched(String address) {
    URI uri = URI.create(address);

    assertThrows(ProblemException.class, () -> Addresses.requireSafe(uri, uri));
  }

  @Test
  void the_line_of_a_catalogue_may_be_https() {
    URI uri = URI.create("https://huggingface.co/a.onnx");

    Addresses.requireSafe(uri, URI.create("https://cdn.huggingface.co/a.onnx"));
    assertThrows(
        ProblemException.class,
        () -> Addresses.requireSafe(uri, URI.create("http://127.0.0.1/a.onnx")));
  }

  private void install(@Nullable String sha256) {
    installer().install(voice(sha256, "CC0-1.0"), this::note);
  }

  private Problem refused(@Nullable String sha256) {
    return assertThrows(ProblemException.class, () -> install(sha256)).problem();
  }

  private VoiceInstaller installer() {
    return new VoiceInstaller(voices, QUICK, ProxySelector.of(null));
  }

  private void note(String file, long bytes, long of) {
    progress.add(bytes);
  }

  private Path folder() {
    return voices.resolve("co-lan");
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> all = Files.list(voices)) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }

  private Voice voice(@Nullable String sha256, String licence) {
    return new Voice(
        new VoiceId("co-lan"),
        new EngineId("piper"),
        "lan",
        Language.VIETNAMESE,
        licence,
        new VoiceDetails(
            VoiceDialect.CENTRAL,
            Sex.FEMALE,
            Cost.FREE,
            Standing.READY,
            false,
            new VoiceId("espeak-vi"),
            List.of(new ModelFile(publisher.at("/v/lan.onnx"), sha256))));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(MODEL));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
