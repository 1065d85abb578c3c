// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loalang.announcements.ProductionListener.Progress;
import loalang.announcements.audio.Chime;
import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Tempo;
import loalang.announcements.sentence.SentenceCache;
import loalang.announcements.speech.espeak.EspeakEngine;
import loalang.announcements.speech.espeak.EspeakSettings;
import loalang.announcements.testkit.DecodedOpus;
import loalang.announcements.testkit.ToneEngine;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;
import loalang.protocol.Priority;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cache, progress, cancelling, the station's lines and recorded voices, with tones for a voice. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class ProductionLineTest {
  private static final String TWO = "Mời bà con họp thôn. Đúng bảy giờ tối nay.";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_sentence_said_before_is_not_spoken_again_even_by_another_line() {
    ToneEngine first = new ToneEngine();
    ToneEngine second = new ToneEngine();

    Production new1 = produce(remembering(first), notice(TWO));
    Production again = produce(remembering(second), notice(TWO + " Xin cảm ơn."));

    assertEquals(0, new1.report().remembered());
    assertEquals(2, again.report().remembered() + 1); // the last one's pause has changed
    assertEquals(again.report().sentenceStarts().get(0), new1.report().sentenceStarts().get(0));
  }

  @Test
  void a_remembered_recording_is_the_same_to_the_byte() {
    Production spoken = produce(remembering(new ToneEngine()), notice(TWO));

    Production remembered = produce(remembering(new ToneEngine()), notice(TWO));

    assertEquals(2, remembered.report().remembered());
    assertEquals(spoken.recording(), remembered.recording());
  }

  @Test
  void another_tempo_is_another_sentence() {
    produce(remembering(new ToneEngine()), notice(TWO));
    ProductionSettings slower =
        remembering(new ToneEngine()).withSound(SoundSettings.HORN.at(new Tempo(0.8)));

    assertEquals(0, produce(slower, notice(TWO)).report().remembered());
  }

  @Test
  void a_sentence_said_twice_in_a_notice_is_spoken_once() {
    ToneEngine engine = new ToneEngine();
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ToneEngine.settings(engine))) {
      Production twice = line.produce(notice("Nghe cho kỹ. Nghe cho kỹ. Nghe cho kỹ. Xin cảm ơn."));

      assertEquals(2, engine.said().size());
      assertEquals(4, twice.report().sentenceStarts().size());
      assertEquals(2, twice.report().remembered());
    }
  }

  @Test
  void progress_is_told_in_order_and_ends_with_all() {
    List<Progress> told = new ArrayList<>();
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ToneEngine.settings())) {
      line.produce(notice("Một. Hai. Ba bốn. Năm."), told::add, new Cancellation());
    }

    assertEquals(
        List.of(1, 2, 3, 4), told.stream().map(Progress::sentences).collect(Collectors.toList()));
    assertTrue(told.stream().allMatch(progress -> progress.of() == 4));
    assertTrue(told.get(3).bytes() > told.get(0).bytes() && told.get(0).bytes() > 0);
  }

  @Test
  void pulling_the_cancellation_ends_running_programs_at_once_and_leaves_nothing()
      throws Exception {
    // Given
    Path pids = folder.resolve("pids");
    Path engine = Files.writeString(folder.resolve("hanging"), hanging(pids));
    assertTrue(engine.toFile().setExecutable(true));
    Cancellation cancellation = new Cancellation();
    CountDownLatch ended = new CountDownLatch(1);
    List<String> codes = new ArrayList<>();
    try (ProduceAnnouncement line = ProduceAnnouncement.create(spokenBy(engine))) {
      Thread producer =
          new Thread(
              () -> {
                codes.add(
                    assertThrows(
                            ProblemException.class,
                            () -> line.produce(notice(TWO), ProductionListener.NONE, cancellation))
                        .problem()
                        .code());
                ended.countDown();
              });
      producer.start();
      List<ProcessHandle> children = started(pids);

      // When
      cancellation.cancel();

      // Then
      assertTrue(ended.await(5, TimeUnit.SECONDS));
      assertEquals(List.of("PRODUCTION_CANCELLED"), codes);
      for (ProcessHandle child : children) {
        child.onExit().get(5, TimeUnit.SECONDS);
      }
      assertThrows(
          ProblemException.class,
          () -> line.produce(notice(TWO), ProductionListener.NONE, cancellation));
    }
  }

  @Test
  void the_station_speaks_before_and_after_and_says_that_it_is_a_machine() {
    ToneEngine engine = new ToneEngine();
    ProductionSettings settings =
        ToneEngine.settings(engine)
            .withStation(
                Language.VIETNAMESE,
                new StationText(
                    "Đây là đài truyền thanh xã.",
                    "Xin cảm ơn bà con.",
                    StationText.VIETNAMESE_SYNTHETIC_NOTICE));
    try (ProduceAnnouncement line = ProduceAnnouncement.create(settings)) {
      Production production = line.produce(notice(TWO));

      assertTrue(engine.said().contains("bản tin được đọc bằng giọng nói nhân tạo."));
      assertEquals(5, production.report().times().sentences().size());
      assertEquals(2, production.report().sentenceStarts().size());
      assertEquals(
          production.report().times().sentences().get(1).start(),
          production.report().sentenceStarts().get(0));
    }
  }

  @Test
  void the_times_are_where_the_sound_is() {
    Production production = produce(ToneEngine.settings(), notice(TWO));
    Pcm heard = DecodedOpus.of(production.recording().oggOpus()).sound();

    for (SpokenTimes.Sentence sentence : production.report().times().sentences()) {
      assertTrue(level(heard, sentence.start().plusMillis(60)) > -40);
      assertTrue(level(heard, sentence.end().minusMillis(120)) > -40);
      assertTrue(level(heard, sentence.end().plusMillis(50)) < -50);
      assertEquals(sentence.start(), sentence.estimatedWords().get(0).start());
    }
    String vtt = production.report().times().webVtt();
    assertTrue(vtt.startsWith("WEBVTT\n\n00:00:0"), vtt);
    assertEquals(2, vtt.split("-->", -1).length - 1);
    assertTrue(vtt.contains(">bà"), vtt);
  }

  @Test
  void every_chime_that_is_shipped_gives_another_recording() {
    Set<Recording> all =
        Chime.SHIPPED.values().stream()
            .map(
                chime ->
                    produce(ToneEngine.settings().withChime(Priority.ROUTINE, chime), notice(TWO))
                        .recording())
            .collect(Collectors.toSet());

    assertEquals(5, all.size());
  }

  @Test
  void a_recorded_voice_becomes_a_recording_as_loud_as_any_other() {
    float[] samples = new float[44_100 * 50];
    for (int i = 0; i < samples.length; i++) {
      double swell = Math.pow(Math.sin(i / 9_000.0), 2);
      samples[i] = (float) (0.02 * swell * Math.sin(i * 0.05 + 3 * Math.sin(i * 0.0003)));
    }
    RecordedNotice notice = new RecordedNotice("Tiếng Mông", new Language("hmn"), Priority.ROUTINE);
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ToneEngine.settings())) {
      Production production =
          line.produceRecorded(notice, Pcm.of(samples, 44_100), new Cancellation());

      DecodedOpus heard = DecodedOpus.of(production.recording().oggOpus());
      assertEquals(production.recording().ref().duration(), heard.sound().duration());
      assertEquals(52.8, heard.sound().duration().toMillis() / 1_000.0, 1);
      assertEquals(-16, production.report().loudness().integratedLufs(), 0.6);
      assertTrue(production.report().loudness().truePeakDbtp() <= -1.49);
      assertEquals(List.of("0"), heard.tags().getComments("SYNTHETIC_SPEECH"));
    }
  }

  @Test
  void a_recorded_silence_and_one_without_end_are_refused() {
    RecordedNotice notice = new RecordedNotice("Lặng", Language.VIETNAMESE, Priority.ROUTINE);
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ToneEngine.settings())) {
      Pcm silence = Pcm.silence(Duration.ofSeconds(5), 16_000);
      Pcm endless = Pcm.silence(Duration.ofMinutes(31), 8_000);

      assertEquals("RECORDED_VOICE_SILENT", refused(line, notice, silence));
      assertEquals("RECORDED_VOICE_TOO_LONG", refused(line, notice, endless));
    }
  }

  @Test
  void a_long_notice_needs_no_more_sentences_at_once_than_a_short_one() throws IOException {
    String body =
        IntStream.range(0, 120)
            .mapToObj(i -> "câu thứ " + "x".repeat(i % 9 + 1) + " " + "y".repeat(i / 9 + 1) + ".")
            .collect(Collectors.joining(" "));

    Production production = produce(remembering(new ToneEngine()), notice(body));

    assertEquals(120, production.report().sentenceStarts().size());
    try (Stream<Path> files = Files.list(folder.resolve("sentences"))) {
      assertEquals(120, files.count());
    }
    assertNotEquals(Duration.ZERO, production.report().total());
  }

  private static String refused(ProduceAnnouncement line, RecordedNotice notice, Pcm voice) {
    return assertThrows(
            ProblemException.class, () -> line.produceRecorded(notice, voice, new Cancellation()))
        .problem()
        .code();
  }

  private static String hanging(Path pids) {
    return "#!/bin/bash\necho $$ >> %s\nexec sleep 600\n".formatted(pids);
  }

  /** Waits until the script has said who it is. */
  private static List<ProcessHandle> started(Path pids) throws IOException {
    while (!Files.exists(pids) || !Files.readString(pids).endsWith("\n")) {
      Thread.onSpinWait();
    }
    return Files.readAllLines(pids).stream()
        .map(Long::parseLong)
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private static ProductionSettings spokenBy(Path program) {
    EspeakSettings usual = EspeakSettings.STANDARD;
    return ProductionSettings.standard(
            new Voices(
                List.of(
                    new Voice(
                        new VoiceId("hanging"),
                        EspeakEngine.ID,
                        "vi",
                        Language.VIETNAMESE,
                        "MIT"))),
            List.of(
                new EspeakEngine(
                    new EspeakSettings(
                        program.toString(),
                        usual.wordsPerMinute(),
                        usual.amplitude(),
                        Duration.ofMinutes(5)))))
        .withSentencesAtOnce(1);
  }

  private ProductionSettings remembering(ToneEngine engine) {
    return ToneEngine.settings(engine)
        .withCache(SentenceCache.in(folder.resolve("sentences"), 50_000_000));
  }

  private static Production produce(ProductionSettings settings, Notice notice) {
    try (ProduceAnnouncement line = ProduceAnnouncement.create(settings)) {
      return line.produce(notice);
    }
  }

  private static Notice notice(String body) {
    return new Notice("Họp", Language.VIETNAMESE, null, Priority.ROUTINE, Set.of(), body);
  }

  private static double level(Pcm sound, Duration from) {
    return sound.stretch((int) (from.toNanos() * 48_000.0 / 1e9), 2_400).rmsDbfs();
  }
}
