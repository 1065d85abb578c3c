// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loalang.announcements.audio.Pcm;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.Utterance;
import loalang.announcements.testkit.DecodedOpus;
import loalang.announcements.testkit.ToneEngine;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Digest;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole line with tones for a voice: everything but the engines is real. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class ProduceAnnouncementTest {
  private static final String MEETING = "Mời bà con họp thôn.\n\nĐúng bảy giờ tối nay.";

  @Test
  void a_recording_is_named_by_its_bytes_and_lasts_as_long_as_it_plays() {
    Production production = produce(ToneEngine.settings(), notice(MEETING));

    Recording recording = production.recording();
    assertEquals(Digest.of(recording.oggOpus()), recording.ref().digest());
    assertEquals(recording.oggOpus().length, recording.ref().sizeBytes());
    DecodedOpus heard = DecodedOpus.of(recording.oggOpus());
    assertEquals(recording.ref().duration(), heard.sound().duration());
    assertEquals("Họp", heard.tags().getTitle());
  }

  @Test
  void the_report_says_who_spoke_what_and_when() {
    ProductionReport report = produce(ToneEngine.settings(), notice(MEETING)).report();

    assertEquals(new VoiceId("tone-vi"), report.voice());
    assertEquals(
        List.of("mời bà con họp thôn.", "đúng bảy giờ tối nay."),
        report.script().sentences().stream().map(ScriptSentence::spoken).toList());
    Duration between = report.sentenceStarts().get(1).minus(report.sentenceStarts().get(0));
    assertEquals(1.8, between.toNanos() / 1e9, 0.04); // five words and a paragraph's pause
    assertTrue(report.synthesis().compareTo(report.total()) <= 0);
  }

  @Test
  void each_sentence_sounds_where_the_report_says() {
    Production production = produce(ToneEngine.settings(), notice(MEETING));
    Pcm heard = DecodedOpus.of(production.recording().oggOpus()).sound();

    for (Duration start : production.report().sentenceStarts()) {
      assertTrue(levelDbfs(heard, start.plusMillis(60)) > -30, "sound at " + start);
      assertTrue(levelDbfs(heard, start.minusMillis(130)) < -50, "silence before " + start);
    }
  }

  @Test
  void the_same_notice_gives_the_same_recording_and_another_voice_another() {
    Notice notice = notice(MEETING);

    Recording first = produce(ToneEngine.settings(), notice).recording();

    assertEquals(first, produce(ToneEngine.settings(), notice).recording());
    assertNotEquals(first, produce(ToneEngine.settings(), notice("Nghỉ họp.")).recording());
  }

  @Test
  void many_sentences_keep_their_order_however_many_are_spoken_at_once() {
    String body =
        IntStream.range(0, 14)
            .mapToObj(i -> "câu " + "a".repeat(i % 7 + 1) + " số " + i + ".")
            .collect(Collectors.joining(" "));

    Production alone = produce(atOnce(1), notice(body));
    Production together = produce(atOnce(8), notice(body));

    assertEquals(alone.recording(), together.recording());
  }

  @Test
  void sentences_are_spoken_at_the_same_time() {
    CountDownLatch bothAreSpeaking = new CountDownLatch(2);
    SpeechEngine meeting =
        engine(
            utterance -> {
              bothAreSpeaking.countDown();
              await(bothAreSpeaking);
              return new ToneEngine().render(utterance);
            });

    Production production = produce(withEngine(meeting, 2), notice("Câu thứ nhất. Câu thứ hai."));

    assertEquals(2, production.report().sentenceStarts().size());
  }

  @Test
  void an_emergency_has_its_own_chime_and_a_line_without_chimes_none() {
    Production routine = produce(ToneEngine.settings(), notice(MEETING));
    Notice urgent =
        new Notice("Bão", Language.VIETNAMESE, null, Priority.EMERGENCY, Set.of(), MEETING);

    Duration urgentStart = produce(ToneEngine.settings(), urgent).report().sentenceStarts().get(0);
    Duration bareStart =
        produce(ToneEngine.settings().withoutChimes(), urgent).report().sentenceStarts().get(0);

    assertNotEquals(routine.report().sentenceStarts().get(0), urgentStart);
    assertEquals(Duration.ofMillis(200), bareStart);
  }

  @Test
  void a_sentence_without_an_end_is_spoken_in_several_breaths() {
    ToneEngine engine = new ToneEngine();

    try (ProduceAnnouncement line = ProduceAnnouncement.create(ToneEngine.settings(engine))) {
      line.produce(notice("nghiêng ".repeat(200)));

      assertEquals(2, engine.said().size());
      assertEquals(200, String.join(" ", engine.said()).split(" ", -1).length);
    }
  }

  @Test
  void a_fault_of_the_engine_comes_out_as_it_is_and_no_recording_exists() {
    SpeechEngine broken = engine(utterance -> Pcm.silence(Duration.ofSeconds(2), 16_000));

    assertEquals("SPEECH_ENGINE_SILENT", refused(withEngine(broken, 2), notice(MEETING)).code());
  }

  @Test
  void a_cancelled_production_says_so() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch speaking = new CountDownLatch(1);
    SpeechEngine slow =
        engine(
            utterance -> {
              speaking.countDown();
              await(never);
              throw new IllegalStateException("interrupted");
            });
    List<Problem> told = new CopyOnWriteArrayList<>();
    Thread producer =
        new Thread(() -> told.add(refused(withEngine(slow, 1), notice(MEETING))), "producer");

    producer.start();
    await(speaking);
    producer.interrupt();
    producer.join(10_000);

    assertEquals("PRODUCTION_CANCELLED", told.get(0).code());
  }

  @Test
  void what_cannot_be_spoken_is_refused_before_any_engine_is_asked() {
    ProductionSettings settings = ToneEngine.settings();

    assertEquals("NOTICE_EMPTY", refused(settings, notice("… !!! …")).code());
    assertEquals("NOTICE_TOO_LONG", refused(settings, notice("a ".repeat(6_001))).code());
    assertEquals(
        "NOTICE_LANGUAGE_UNSPOKEN",
        refused(settings, notice("Nyob zoo", new Language("hmn"), null)).code());
    assertEquals(
        "VOICE_UNKNOWN",
        refused(settings, notice("Chào", Language.VIETNAMESE, new VoiceId("mai"))).code());
  }

  private static Production produce(ProductionSettings settings, Notice notice) {
    try (ProduceAnnouncement line = ProduceAnnouncement.create(settings)) {
      return line.produce(notice);
    }
  }

  private static Problem refused(ProductionSettings settings, Notice notice) {
    return assertThrows(ProblemException.class, () -> produce(settings, notice)).problem();
  }

  private static ProductionSettings atOnce(int sentences) {
    return withEngine(new ToneEngine(), sentences);
  }

  private static ProductionSettings withEngine(SpeechEngine engine, int atOnce) {
    return ToneEngine.settings(engine).withSentencesAtOnce(atOnce);
  }

  private static SpeechEngine engine(Function<Utterance, Pcm> speech) {
    return new SpeechEngine() {
      @Override
      public EngineId id() {
        return new EngineId("acted");
      }

      @Override
      public Pcm render(Utterance utterance) {
        return speech.apply(utterance);
      }

      @Override
      public void close() {}
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Notice notice(String body) {
    return notice(body, Language.VIETNAMESE, null);
  }

  private static Notice notice(String body, Language language, @Nullable VoiceId voice) {
    return new Notice("Họp", language, voice, Priority.ROUTINE, Set.of(), body);
  }

  private static double levelDbfs(Pcm sound, Duration from) {
    int start = (int) (from.toNanos() * 48_000.0 / 1e9);
    float[] part = Arrays.copyOfRange(sound.samples(), start, start + 4_800);
    return Pcm.of(part, 48_000).rmsDbfs();
  }
}
