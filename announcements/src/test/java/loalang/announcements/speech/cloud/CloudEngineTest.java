// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import loalang.announcements.audio.Pcm;
import loalang.announcements.catalogue.CloudAccount;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.Utterance;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each vendor as its document says, and each as it must not be. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CloudEngineTest {
  private static final String KEY = "geheim-4711-abcdef";
  private static final String TEXT = "Kính thưa bà con, sáng mai họp thôn.";
  private static final byte[] MP3 = Mp3Bytes.tone();

  private static final CloudLimits PATIENT = limits(20, 40);
  private static final CloudLimits IMPATIENT = limits(1, 2);

  @TempDir private Path office = Path.of("");
  private StubVendor stub = open();

  @BeforeEach
  void start() {
    stub.close();
    stub = open();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void fpt_takes_the_text_as_body_and_is_asked_until_the_sound_is_there() {
    stub.on("/tts", accepted("/s.mp3"))
        .on("/s.mp3", StubVendor.status(404), StubVendor.status(403), StubVendor.sound(MP3));

    Pcm sound = spoken("fpt-ai", TEXT);

    assertEquals(1.0, sound.duration().toMillis() / 1000.0, 0.2);
    StubVendor.Seen request = stub.seen().get(0);
    assertEquals("POST", request.method());
    assertEquals(TEXT, request.body());
    assertEquals(KEY, request.headers().get("Api_key"));
    assertEquals("banmai", request.headers().get("Voice"));
    assertEquals(4, stub.seen().size());
    assertFalse(stub.seen().get(3).headers().containsValue(KEY), "a store gets no key");
  }

  @Test
  void fpt_wants_three_characters() {
    stub.on("/tts", accepted("/s.mp3")).on("/s.mp3", StubVendor.sound(MP3));

    spoken("fpt-ai", "Ờ");

    assertEquals("Ờ..", stub.seen().get(0).body());
  }

  @Test
  void viettel_answers_with_the_sound_itself() {
    stub.on("/tts", StubVendor.sound(MP3));

    spoken("viettel-ai", TEXT);

    String body = stub.seen().get(0).body();
    assertTrue(body.contains("\"tts_return_option\":3"), body);
    assertTrue(body.contains("\"token\":\"" + KEY + "\""), body);
    assertTrue(body.contains("\"voice\":\"banmai\""), body);
  }

  @Test
  void viettel_cuts_a_long_text_at_sentences_and_joins_the_sounds() {
    stub.on("/tts", StubVendor.sound(MP3));
    String sentence = "Đề nghị bà con chằng chống nhà cửa trước khi bão đổ bộ vào đất liền. ";

    Pcm sound = spoken("viettel-ai", sentence.repeat(20).strip());

    assertEquals(2, stub.seen().size());
    assertTrue(stub.seen().get(0).body().contains("đất liền.\""), "cut after a sentence");
    assertEquals(2.0, sound.duration().toMillis() / 1000.0, 0.4);
  }

  @Test
  void vbee_gives_a_number_that_is_asked_for_until_it_has_a_link() {
    stub.on("/tts", StubVendor.json("{\"status\":1,\"result\":{\"request_id\":\"ab-1\"}}"))
        .on(
            "/tts/ab-1",
            StubVendor.json("{\"status\":1,\"result\":{\"status\":\"IN_PROGRESS\"}}"),
            StubVendor.json(
                "{\"status\":1,\"result\":{\"status\":\"SUCCESS\",\"audio_link\":\"%s\"}}"
                    .formatted(stub.at("/s.mp3"))))
        .on("/s.mp3", StubVendor.sound(MP3));

    spoken("vbee", TEXT);

    assertEquals("Bearer " + KEY, stub.seen().get(0).headers().get("Authorization"));
    assertTrue(stub.seen().get(0).body().contains("\"app_id\":\"app-1\""));
    assertTrue(stub.seen().get(0).body().contains("\"voice_code\":\"banmai\""));
    assertEquals(4, stub.seen().size());
  }

  @Test
  void vbee_says_why_it_failed() {
    stub.on(
        "/tts", StubVendor.json("{\"status\":0,\"error_code\":1010,\"error_message\":\"hết\"}"));

    Problem problem = refused("vbee");

    assertEquals("SPEECH_CLOUD_REFUSED", problem.code());
    assertTrue(problem.whatHappened().contains("1010, hết"), problem.toString());
  }

  @Test
  void a_busy_vendor_is_asked_again_when_it_says() {
    stub.on(
        "/tts",
        StubVendor.status(429, "Retry-After", "1"),
        StubVendor.status(503),
        StubVendor.sound(MP3));
    long startedNanos = System.nanoTime();

    spoken("viettel-ai", TEXT);

    assertEquals(3, stub.seen().size());
    assertTrue(System.nanoTime() - startedNanos >= 1_000_000_000L, "Retry-After was not honoured");
  }

  @Test
  void a_vendor_that_wants_us_back_in_an_hour_is_left_alone() {
    stub.on("/tts", StubVendor.status(429, "Retry-After", "3600"));

    assertEquals("SPEECH_CLOUD_UNAVAILABLE", refused("viettel-ai").code());
    assertEquals(1, stub.seen().size());
  }

  static Stream<Arguments> misbehaviours() {
    byte[] page = "<!doctype html><h1>Bảo trì</h1>".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("500 for ever", StubVendor.status(500), "SPEECH_CLOUD_UNAVAILABLE"),
        Arguments.of("401", StubVendor.status(401), "SPEECH_CLOUD_REFUSED"),
        Arguments.of(
            "a web page", StubVendor.answer(200, "text/html", page), "SPEECH_CLOUD_ANSWER_INVALID"),
        Arguments.of("nothing", StubVendor.sound(new byte[0]), "SPEECH_CLOUD_ANSWER_INVALID"),
        Arguments.of("rubbish", StubVendor.sound(new byte[5_000]), "SPEECH_CLOUD_ANSWER_INVALID"),
        Arguments.of(
            "an error in JSON with 200",
            StubVendor.json("{\"code\":401,\"vi_message\":\"sai token\"}"),
            "SPEECH_CLOUD_REFUSED"),
        Arguments.of(
            "an MP3 cut in a frame",
            StubVendor.sound(Arrays.copyOf(MP3, MP3.length - 100)),
            "SPEECH_CLOUD_ANSWER_INVALID"),
        Arguments.of("a line that breaks", StubVendor.cutOff(MP3), "SPEECH_CLOUD_UNAVAILABLE"),
        Arguments.of("no end", StubVendor.endless(), "SPEECH_CLOUD_ANSWER_INVALID"),
        Arguments.of(
            "a redirection",
            StubVendor.status(302, "Location", "http://127.0.0.1:1/"),
            "SPEECH_CLOUD_ANSWER_INVALID"));
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("misbehaviours")
  void a_vendor_that_misbehaves_is_never_heard(
      String what, StubVendor.Behaviour behaviour, String code) {
    stub.on("/tts", behaviour);

    assertEquals(code, refused("viettel-ai").code(), what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"error\":0}",
        "{\"error\":0,\"async\":\"/relative.mp3\"}",
        "{\"error\":0,\"async\":\"file:///etc/passwd\"}",
        "{\"error\":0,\"async\":\"http://example.vn/s.mp3\"}",
        "{\"error\":0,\"async\":\"https://user:word@example.vn/s.mp3\"}",
        "not json"
      })
  void a_link_that_cannot_be_one_is_not_followed(String json) {
    stub.on("/tts", StubVendor.json(json));

    assertTrue(refused("fpt-ai").code().startsWith("SPEECH_CLOUD_"));
    assertEquals(1, stub.seen().size());
  }

  @Test
  void a_number_that_leads_elsewhere_is_not_asked_for() {
    stub.on("/tts", StubVendor.json("{\"status\":1,\"result\":{\"request_id\":\"../x\"}}"));

    assertEquals("SPEECH_CLOUD_ANSWER_INVALID", refused("vbee").code());
    assertEquals(1, stub.seen().size());
  }

  @Test
  void a_vendor_that_never_answers_is_given_up() {
    stub.on("/tts", stub.silence());

    assertEquals("SPEECH_CLOUD_TIMED_OUT", refused("viettel-ai", IMPATIENT).code());
    assertEquals(1, stub.seen().size(), "what may have been counted is not sent again");
  }

  @Test
  void a_sound_that_never_comes_is_given_up() {
    stub.on("/tts", accepted("/s.mp3")).on("/s.mp3", StubVendor.status(404));

    assertEquals("SPEECH_CLOUD_TIMED_OUT", refused("fpt-ai", IMPATIENT).code());
  }

  @Test
  void a_cancelled_production_stops_waiting() {
    stub.on("/tts", stub.silence());
    Thread caller = Thread.currentThread();
    CompletableFuture<Void> cancel =
        CompletableFuture.runAsync(
            () -> {
              while (stub.seen().isEmpty()) {
                Thread.onSpinWait();
              }
              caller.interrupt();
            });

    assertEquals("PRODUCTION_CANCELLED", refused("viettel-ai").code());
    assertTrue(Thread.interrupted(), "the thread still knows");
    cancel.join();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 500})
  void no_message_holds_the_key_even_if_the_vendor_sends_it_back(int status) {
    String echo = "{\"code\":1,\"vi_message\":\"token %s sai\"}".formatted(KEY);
    stub.on(
        "/tts",
        StubVendor.answer(status, "application/json", echo.getBytes(StandardCharsets.UTF_8)));

    ProblemException fault = assertThrows(ProblemException.class, () -> spoken("viettel-ai", TEXT));

    java.io.StringWriter trace = new java.io.StringWriter();
    fault.printStackTrace(new java.io.PrintWriter(trace, true));
    assertFalse(trace.toString().contains(KEY), trace.toString());
    assertTrue(fault.problem().whatHappened().contains("***"), fault.problem().toString());
  }

  @Test
  void a_day_has_so_many_characters_and_no_more() {
    stub.on("/tts", StubVendor.sound(MP3));
    SpeechEngine engine = engine("viettel-ai", TEXT.length() + 5);

    engine.render(utterance(TEXT));
    ProblemException fault =
        assertThrows(ProblemException.class, () -> engine.render(utterance(TEXT)));

    assertEquals("SPEECH_CLOUD_BUDGET_SPENT", fault.problem().code());
    assertEquals(1, stub.seen().size());
  }

  @Test
  void several_threads_may_speak_at_once() {
    stub.on("/tts", StubVendor.sound(MP3));
    SpeechEngine engine = engine("viettel-ai", 100_000);

    var all =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> engine.render(utterance(TEXT))))
            .limit(6)
            .toList();

    all.forEach(sound -> assertTrue(sound.join().length() > 0));
    assertEquals(6, stub.seen().size());
  }

  @Test
  void without_a_key_the_officer_is_told_where_to_put_it() {
    CloudKeys none = new CloudKeys(Map.of(), office);
    SpeechEngine engine =
        new CloudVoices(none, office, InstantSource.system(), PATIENT)
            .engine(account("vbee", 100))
            .orElseThrow();

    Problem problem =
        assertThrows(ProblemException.class, () -> engine.render(utterance(TEXT))).problem();
    assertEquals("VOICE_KEY_MISSING", problem.code());
    assertTrue(problem.nextStep().contains("vbee-key"), problem.toString());
  }

  private StubVendor.Behaviour accepted(String path) {
    return StubVendor.json(
        "{\"error\":0,\"async\":\"%s\",\"message\":\"\",\"request_id\":\"1\"}"
            .formatted(stub.at(path)));
  }

  private Problem refused(String vendor) {
    return refused(vendor, PATIENT);
  }

  private Problem refused(String vendor, CloudLimits limits) {
    SpeechEngine engine = engine(vendor, 100_000, limits);
    return assertThrows(ProblemException.class, () -> engine.render(utterance(TEXT))).problem();
  }

  private Pcm spoken(String vendor, String text) {
    return engine(vendor, 100_000).render(utterance(text));
  }

  private SpeechEngine engine(String vendor, int day) {
    return engine(vendor, day, PATIENT);
  }

  private SpeechEngine engine(String vendor, int day, CloudLimits limits) {
    Map<String, String> keys =
        Map.of(
            "LOA_FPT_AI_KEY", KEY,
            "LOA_VIETTEL_AI_KEY", KEY,
            "LOA_VBEE_KEY", KEY,
            "LOA_VBEE_APP_ID", "app-1");
    return new CloudVoices(
            new CloudKeys(keys, office), office.resolve("cloud"), InstantSource.system(), limits)
        .engine(account(vendor, day))
        .orElseThrow();
  }

  private static CloudLimits limits(int exchangeSeconds, int utteranceSeconds) {
    return new CloudLimits(
        Duration.ofSeconds(exchangeSeconds),
        Duration.ofSeconds(utteranceSeconds),
        3,
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        500_000);
  }

  private CloudAccount account(String vendor, int day) {
    URI door = stub.at("/tts");
    return new CloudAccount(new EngineId(vendor), door, day);
  }

  private static Utterance utterance(String text) {
    Voice voice =
        new Voice(
            new VoiceId("mai"),
            new EngineId("viettel-ai"),
            "banmai",
            Language.VIETNAMESE,
            "LicenseRef-test");
    return new Utterance(text, text.split(" ").length, voice);
  }

  private static StubVendor open() {
    try {
      return new StubVendor();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
