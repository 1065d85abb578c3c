// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import loalang.announcements.audio.Chime;
import loalang.announcements.audio.Mastering.Master;
import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Tape;
import loalang.announcements.encode.OpusComments;
import loalang.announcements.encode.OpusEncoder;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The door: a notice in, a recording out. Usable on many threads at once; the sentences of all
 * notices share one bounded pool.
 */
public final class ProduceAnnouncement implements AutoCloseable {
  /** The longest notice, in spoken words or syllables: about half an hour. */
  public static final int MAX_WORDS = 6_000;

  /** Inside, everything is mono at this rate: a horn ends at 6 kHz, and so may we at 8. */
  static final int RATE_HERTZ = 16_000;

  private static final Duration HEAD = Duration.ofMillis(200);
  private static final Duration AFTER_CHIME = Duration.ofMillis(500);
  private static final Duration TAIL = Duration.ofMillis(300);

  /** The chime calls and must not shout. */
  private static final double CHIME_BESIDE_SPEECH_LU = -2;

  private final ProductionSettings settings;
  private final SpokenSentences spoken;

  private ProduceAnnouncement(ProductionSettings settings) {
    this.settings = settings;
    this.spoken = new SpokenSentences(settings);
  }

  /** A production line with these settings; it owns their engines and closes them. */
  public static ProduceAnnouncement create(ProductionSettings settings) {
    return new ProduceAnnouncement(settings);
  }

  /**
   * Produces a recording; blocks until it is made.
   *
   * @throws ProblemException VOICE_UNKNOWN, NOTICE_LANGUAGE_UNSPOKEN, NOTICE_EMPTY, NOTICE_TOO_LONG
   *     or a SPEECH_ENGINE code; then no part of a recording exists
   */
  public Production produce(Notice notice) {
    long startedNanos = System.nanoTime();
    Voice voice = voiceFor(notice);
    Script script = scriptOf(notice);
    List<Pcm> sentences = spoken.all(script.sentences(), voice);
    Duration synthesis = since(startedNanos);
    Tape tape = beginning(notice, sentences);
    List<Duration> starts = join(tape, script.sentences(), sentences);
    Master master =
        settings.mastering().madeUpBy(OpusEncoder.LOUDNESS_LOSS_LU).master(tape.whole());
    Recording recording = coded(master.sound(), notice, voice);
    return new Production(
        recording,
        new ProductionReport(
            voice.id(), script, starts, master.loudness(), synthesis, since(startedNanos)));
  }

  private Voice voiceFor(Notice notice) {
    VoiceId named = notice.voice();
    return named == null
        ? settings.voices().speaking(notice.language())
        : settings.voices().named(named);
  }

  private Script scriptOf(Notice notice) {
    Script script = settings.readerOf(notice.language()).read(notice.body());
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
    return script;
  }

  private Tape beginning(Notice notice, List<Pcm> sentences) {
    Tape tape = new Tape(RATE_HERTZ).pause(HEAD);
    Chime chime = settings.chimes().get(notice.priority());
    if (chime != null) {
      Pcm longest = Collections.max(sentences, Comparator.comparingInt(Pcm::length));
      tape.addBeside(chime.sound(RATE_HERTZ), longest, CHIME_BESIDE_SPEECH_LU).pause(AFTER_CHIME);
    }
    return tape;
  }

  private static List<Duration> join(Tape tape, List<ScriptSentence> sentences, List<Pcm> sounds) {
    List<Duration> starts = new ArrayList<>();
    for (int i = 0; i < sounds.size(); i++) {
      starts.add(tape.position());
      boolean isLast = i + 1 == sounds.size();
      tape.add(sounds.get(i)).pause(isLast ? TAIL : sentences.get(i).pauseAfter().length());
    }
    return starts;
  }

  private Recording coded(Pcm sound, Notice notice, Voice voice) {
    OpusComments comments =
        new OpusComments(
            notice.title(), notice.language().tag(), voice.engine().value(), voice.id().value());
    return Recording.of(settings.encoder().encode(sound, comments), sound.duration());
  }

  private static Duration since(long startedNanos) {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  @Override
  public void close() {
    spoken.close();
  }
}
