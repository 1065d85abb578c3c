// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import loalang.announcements.SpokenSentences.Spoken;
import loalang.announcements.audio.Chime;
import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Tape;
import loalang.announcements.encode.OpusComments;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.sentence.CodedSentence;
import loalang.announcements.speech.SpeechDesk;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The door: a notice in, a recording out. Usable on many threads at once; the sentences of all
 * notices share one bounded pool. Each sentence is spoken, shaped, coded and measured on its own
 * and then dropped, so memory holds a few sentences and the coded bytes, however long the notice.
 */
public final class ProduceAnnouncement implements AutoCloseable {
  /** The longest notice, in spoken words or syllables: about half an hour. */
  public static final int MAX_WORDS = 6_000;

  private static final Duration HEAD = Duration.ofMillis(200);
  private static final Duration AFTER_CHIME = Duration.ofMillis(500);

  /** The chime calls and must not shout. */
  private static final double CHIME_BESIDE_SPEECH_LU = -2;

  private final ProductionSettings settings;
  private final SpeechDesk desk;
  private final SpokenSentences spoken;
  private final OrderedWork line;
  private final RecordedSound recorded;
  private final Map<Priority, CodedSentence> beginnings = new ConcurrentHashMap<>();

  private ProduceAnnouncement(ProductionSettings settings, SpeechDesk desk, OrderedWork line) {
    this.settings = settings;
    this.desk = desk;
    this.spoken = new SpokenSentences(settings, desk);
    this.line = line;
    this.recorded = new RecordedSound(settings.sound(), line);
  }

  /** A production line with these settings; it owns their engines and closes them. */
  public static ProduceAnnouncement create(ProductionSettings settings) {
    return new ProduceAnnouncement(
        settings, new SpeechDesk(settings.engines()), new OrderedWork(settings.sentencesAtOnce()));
  }

  /**
   * The same engines and threads under other readers, chimes, sound and lines of the station. It
   * works as long as the line it came from; closing either closes both.
   *
   * @param change of the settings; engines and the number of sentences at once stay as they are
   */
  public ProduceAnnouncement dressed(UnaryOperator<ProductionSettings> change) {
    return new ProduceAnnouncement(change.apply(settings), desk, line);
  }

  /**
   * Produces a recording; blocks until it is made.
   *
   * @throws ProblemException VOICE_UNKNOWN, NOTICE_LANGUAGE_UNSPOKEN, NOTICE_EMPTY,
   *     NOTICE_TOO_LONG, PRODUCTION_CANCELLED or a SPEECH_ENGINE code; then no part of a recording
   *     exists
   */
  public Production produce(Notice notice) {
    return produce(notice, ProductionListener.NONE, new Cancellation());
  }

  /**
   * Produces a recording; blocks until it is made or cancelled.
   *
   * @param listener hears of each sentence, in order
   * @param cancellation stops running engines at once when it is pulled
   * @throws ProblemException as {@link #produce(Notice)}
   */
  public Production produce(Notice notice, ProductionListener listener, Cancellation cancellation) {
    Script script = settings.readerOf(notice.language()).read(notice.body());
    return produce(notice, script, listener, cancellation);
  }

  /**
   * Produces a recording of a script that was made before, so that what an officer saw is what is
   * said.
   *
   * @param script what is said, word for word; the notice's body is not looked at
   * @throws ProblemException as {@link #produce(Notice)}
   */
  public Production produce(
      Notice notice, Script script, ProductionListener listener, Cancellation cancellation) {
    long startedNanos = System.nanoTime();
    Voice voice = voiceFor(notice);
    requireSpeakable(notice, script);
    Surroundings around = Surroundings.of(settings, notice.language());
    List<ScriptSentence> all = around.with(script.sentences());
    UniqueSentences unique = UniqueSentences.of(all, spoken.keys(all, voice));
    List<Spoken> said = speak(unique, voice, listener, cancellation);
    List<CodedSentence> pieces = new ArrayList<>(List.of(beginning(notice.priority())));
    unique.each(said).forEach(one -> pieces.add(one.coded()));
    Joined joined = new Joined(settings.sound(), pieces);
    Recording recording =
        joined.recording(
            new OpusComments(
                notice.title(),
                notice.language().tag(),
                new OpusComments.Source.Synthetic(
                    voice.engine().value(), voice.id().value(), desk.isTrained(voice))));
    SpokenTimes times = joined.times(all);
    return new Production(
        recording,
        new ProductionReport(
            voice.id(),
            script,
            around.startsOfBody(times, script.sentences().size()),
            joined.loudness(),
            lastSpoken(said, startedNanos),
            since(startedNanos),
            times,
            all.size() - (int) said.stream().filter(one -> !one.remembered()).count()));
  }

  /**
   * Makes a recording of what a person said.
   *
   * @param notice what it is about
   * @param voice at any sample rate, up to half an hour
   * @param cancellation stops the work when it is pulled
   * @throws ProblemException RECORDED_VOICE_SILENT, RECORDED_VOICE_TOO_LONG or PRODUCTION_CANCELLED
   */
  public Production produceRecorded(RecordedNotice notice, Pcm voice, Cancellation cancellation) {
    long startedNanos = System.nanoTime();
    List<CodedSentence> pieces = new ArrayList<>(List.of(beginning(notice.priority())));
    pieces.addAll(recorded.pieces(voice, cancellation));
    Joined joined = new Joined(settings.sound(), pieces);
    OpusComments comments =
        new OpusComments(notice.title(), notice.language().tag(), new OpusComments.Source.Person());
    Recording recording = joined.recording(comments);
    return new Production(
        recording,
        new ProductionReport(
            RecordedNotice.VOICE,
            new Script(List.of(), List.of()),
            List.of(),
            joined.loudness(),
            Duration.ZERO,
            since(startedNanos)));
  }

  private List<Spoken> speak(
      UniqueSentences unique, Voice voice, ProductionListener listener, Cancellation cancellation) {
    ProgressCount count = new ProgressCount(unique.sentences().size(), listener);
    return line.all(
        unique.sentences().entrySet().stream()
            .map(entry -> spoken.work(entry.getValue(), voice, entry.getKey()))
            .toList(),
        cancellation,
        one -> count.ready(one.coded().sound().bytes()));
  }

  private Voice voiceFor(Notice notice) {
    VoiceId named = notice.voice();
    return named == null
        ? settings.voices().speaking(notice.language())
        : settings.voices().named(named);
  }

  private static void requireSpeakable(Notice notice, Script script) {
    int words = script.sentences().stream().mapToInt(sentence -> sentence.words().size()).sum();
    if (words == 0) {
      throw new ProblemException(
          new Problem(
              "NOTICE_EMPTY",
              "The notice \"%s\" has no word that can be spoken.".formatted(notice.title()),
              "Write what is to be said in letters and figures."));
    }
    if (words > MAX_WORDS) {
      throw new ProblemException(
          new Problem(
              "NOTICE_TOO_LONG",
              "The notice \"%s\" would be %d spoken words; the limit is %d, about half an hour."
                  .formatted(notice.title(), words, MAX_WORDS),
              "Split it into several notices."));
    }
  }

  /** A breath of silence and the chime: the same for every notice, so coded once. */
  private CodedSentence beginning(Priority priority) {
    return beginnings.computeIfAbsent(
        priority,
        unused -> {
          Tape tape = new Tape(StretchCoder.RATE_HERTZ).pause(HEAD);
          StretchCoder coder = new StretchCoder(settings.sound().encoder());
          Chime chime = settings.chimes().get(priority);
          if (chime == null) {
            return coder.withPause(Pcm.silence(Duration.ZERO, StretchCoder.RATE_HERTZ), HEAD);
          }
          Pcm bells = chime.sound(StretchCoder.RATE_HERTZ);
          tape.add(settings.sound().mastering().quieter(-CHIME_BESIDE_SPEECH_LU).level(bells));
          return coder.withPause(tape.whole(), AFTER_CHIME);
        });
  }

  private static Duration lastSpoken(List<Spoken> said, long startedNanos) {
    long last = said.stream().mapToLong(Spoken::spokenAtNanos).max().orElse(startedNanos);
    return Duration.ofNanos(last - startedNanos);
  }

  private static Duration since(long startedNanos) {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  @Override
  public void close() {
    line.close();
    desk.close();
  }
}
