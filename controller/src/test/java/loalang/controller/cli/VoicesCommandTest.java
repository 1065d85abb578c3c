// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code ./loa voices} and {@code ./loa render}, without an office. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VoicesCommandTest {
  @TempDir private Path office = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_list_shows_standing_licence_and_cost() {
    assertEquals(0, run("voices", "list"));

    assertTrue(out.toString().contains("✓ espeak-vi-f5"), out.toString());
    assertTrue(out.toString().contains("– piper-vi-vais1000"), out.toString());
    assertTrue(out.toString().contains("CC-BY-4.0"), out.toString());
    assertTrue(out.toString().contains("per-character"), out.toString());
  }

  @Test
  void the_list_can_be_read_by_a_machine() {
    assertEquals(0, run("voices", "list", "--json"));

    JsonObject first = new JsonArray(out.toString()).getJsonObject(0);
    assertEquals("espeak-vi-f5", first.getString("id"));
    assertEquals("north", first.getString("dialect"));
    assertEquals("ready", first.getString("standing"));
    assertEquals("freetts-vi-north", first.getString("fallback"));
  }

  @Test
  void a_voice_is_tried_with_a_sentence_and_measured() {
    assertEquals(0, run("voices", "test", "espeak-vi-f5"), err::toString);

    assertTrue(out.toString().contains("words a minute"), out.toString());
    assertTrue(out.toString().contains("LUFS"), out.toString());
    assertTrue(out.toString().contains("times as fast"), out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "piper-vi-vais1000,VOICE_NOT_INSTALLED",
    "mai-mai,VOICE_UNKNOWN",
  })
  void a_voice_that_cannot_speak_is_answered_with_code_and_next_step(String id, String code) {
    assertEquals(1, run("voices", "test", id));
    assertTrue(err.toString().contains(code), err.toString());
    assertTrue(err.toString().contains("./loa voices"), err.toString());
  }

  @Test
  void a_text_becomes_a_wav_of_16_bit_and_one_channel_without_a_chime()
      throws IOException, UnsupportedAudioFileException {
    Path wav = office.resolve("out.wav");

    assertEquals(
        0,
        run(
            "render",
            "--voice",
            "espeak-vi-f5",
            "--text",
            "Xin chào bà con.",
            "-o",
            wav.toString()),
        err::toString);

    AudioFormat format = AudioSystem.getAudioFileFormat(wav.toFile()).getFormat();
    assertEquals(16, format.getSampleSizeInBits());
    assertEquals(1, format.getChannels());
    double seconds =
        AudioSystem.getAudioFileFormat(wav.toFile()).getFrameLength() / format.getFrameRate();
    assertTrue(seconds > 0.5 && seconds < 3, "words alone, had %.1f s".formatted(seconds));
  }

  @Test
  void a_text_is_in_the_language_of_the_voice() {
    Path opus = office.resolve("out.opus");

    assertEquals(
        0,
        run("render", "--voice", "espeak-en", "--text", "Good morning.", "-o", opus.toString()),
        err::toString);
    assertTrue(out.toString().contains("espeak-en"), out.toString());
  }

  @Test
  void a_voice_that_a_notice_names_is_replaced_with_a_warning_if_it_is_not_there()
      throws IOException {
    Path opus = office.resolve("out.opus");
    Path notice = office.resolve("notice.md");
    Files.writeString(notice, "---\ntitle: Họp\nvoice: piper-vi-vais1000\n---\nHọp thôn.\n");

    assertEquals(0, run("render", notice.toString(), "-o", opus.toString()), err::toString);
    assertTrue(err.toString().contains("VOICE_REPLACED"), err.toString());
    assertTrue(Files.exists(opus));
  }

  @ParameterizedTest
  @CsvSource({
    "piper-vi-vais1000,VOICE_NOT_INSTALLED",
    "vbee-thaotrinh,VOICE_KEY_MISSING",
  })
  void a_voice_named_on_the_command_line_speaks_or_says_why_not(String id, String code) {
    Path wav = office.resolve("out.wav");

    assertEquals(1, run("render", "--voice", id, "--text", "Họp.", "-o", wav.toString()));
    assertTrue(err.toString().contains(code), err.toString());
    assertFalse(Files.exists(wav));
  }

  @Test
  void a_kind_of_file_that_cannot_be_written_is_refused_before_speaking() {
    assertEquals(1, run("render", "--text", "Họp.", "-o", office.resolve("a.flac").toString()));
    assertTrue(err.toString().contains("EXPORT_KIND_UNKNOWN"), err.toString());
    assertFalse(Files.exists(office.resolve("a.flac")));
  }

  @ParameterizedTest
  @CsvSource({"--text,''", "--voice,Lan Hoa"})
  void a_wrong_use_is_a_wrong_use(String option, String value) {
    String[] words =
        option.equals("--text")
            ? new String[] {"render", "--text", value, "-o", "x.opus"}
            : new String[] {"render", "--text", "Họp.", "--voice", value, "-o", "x.opus"};

    assertEquals(2, run(words));
  }

  @Test
  void a_mistake_in_the_sheet_of_the_office_is_shown() throws IOException {
    Files.writeString(office.resolve("voices.yaml"), "voices:\n  - id: espeak-vi\n    sx: male\n");

    assertEquals(1, run("voices", "list"));
    assertTrue(err.toString().contains("line 3, column 5"), err.toString());
    assertTrue(err.toString().contains("Did you mean \"sex\"?"), err.toString());
  }

  @Test
  void a_voice_from_a_stick_is_installed_and_listed_first(@TempDir Path stick) throws IOException {
    Files.writeString(stick.resolve("vi_VN-lan-medium.onnx"), "model");
    Files.writeString(stick.resolve("vi_VN-lan-medium.onnx.json"), "{}");

    assertEquals(
        0,
        run("voices", "install", "--from", stick.toString(), "--licence", "CC0-1.0"),
        err::toString);
    assertEquals(0, run("voices", "list", "--json"));

    String list = out.toString().substring(out.toString().indexOf('['));
    JsonObject first = new JsonArray(list).getJsonObject(0);
    assertEquals("vi-vn-lan-medium", first.getString("id"));
    assertEquals("not-installed", first.getString("standing")); // no engine on this class path
  }

  @ParameterizedTest
  @CsvSource({
    "VOICE_LICENCE_NOT_ACCEPTED,--from,STICK",
    "VOICE_CHECKSUM_UNKNOWN,--from,https://example.vn/lan.onnx",
    "VOICE_UNKNOWN,--sha256,abc",
  })
  void an_installation_that_cannot_be_right_is_refused(
      String code, String option, String value, @TempDir Path stick) throws IOException {
    Files.writeString(stick.resolve("lan.onnx"), "model");
    Files.writeString(stick.resolve("lan.onnx.json"), "{}");

    assertEquals(
        1, run("voices", "install", "mai-mai", option, value.replace("STICK", stick.toString())));
    assertTrue(err.toString().contains(code), err.toString());
  }

  @Test
  void nothing_to_install_is_a_wrong_use() {
    assertEquals(2, run("voices", "install"));
    assertEquals(2, run("voices"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.xa.vn:3128,proxy.xa.vn,3128",
    "proxy.xa.vn,proxy.xa.vn,8080",
  })
  void the_proxy_is_the_one_of_the_environment(String named, String host, int port) {
    ProxySelector usual = ProxySelector.of(null);

    ProxySelector found = ProxyOfEnvironment.of(Map.of("https_proxy", named), usual);

    InetSocketAddress address =
        (InetSocketAddress) found.select(URI.create("https://x.vn/")).get(0).address();
    assertEquals(host, address.getHostString());
    assertEquals(port, address.getPort());
    assertEquals(usual, ProxyOfEnvironment.of(Map.of(), usual));
    assertEquals(usual, ProxyOfEnvironment.of(Map.of("HTTPS_PROXY", "a b"), usual));
  }

  @Test
  void a_download_grows_as_one_line() {
    ProgressBar bar = new ProgressBar(new PrintWriter(err, true));

    bar.at("lan.onnx", 0, 60_000_000);
    bar.at("lan.onnx", 30_000_000, 60_000_000);
    bar.at("lan.onnx", 30_000_001, 60_000_000);
    bar.at("lan.onnx", 60_000_000, 60_000_000);

    String shown = err.toString();
    assertEquals(3, shown.chars().filter(sign -> sign == '\r').count(), shown);
    assertTrue(shown.contains("###............... ".strip()), shown);
    assertTrue(shown.contains(" 50 %  30.0/60.0 MB"), shown);
    assertTrue(shown.endsWith("\n"), shown);
  }

  private int run(String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--data-dir";
    all[words.length + 1] = office.toString();
    CommandLine line = LoaMain.commandLine();
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(all);
  }
}
