// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

import java.util.ArrayList;
import java.util.List;
import loalang.announcements.speech.freetts.syllable.Phrase;
import loalang.announcements.speech.freetts.syllable.Phrase.End;
import loalang.announcements.speech.freetts.syllable.Syllable;

/**
 * Writes the score of phrases in an accent. The pitch falls over each phrase and starts again,
 * lower, after a rest; the last syllable before a rest is held. Confined to one thread; one writer
 * writes one score.
 */
public final class ScoreWriter {
  /** The middle of the voice: high for the man who recorded the sounds, so that it carries. */
  private static final double MIDDLE_HERTZ = 128;

  private static final double FIRST_SILENCE_SECONDS = 0.06;
  private static final double LAST_SILENCE_SECONDS = 0.14;

  /** How far the line falls over a phrase, from above the middle to below it. */
  private static final double PHRASE_TOP_SEMITONES = 1.2;

  private static final double PHRASE_FALL_SEMITONES = 2.4;
  private static final double LATER_PHRASE_SEMITONES = 0.4;
  private static final double LOWEST_START_SEMITONES = 0.4;

  private static final double LAST_LENGTH = 1.35;
  private static final double LAST_BUT_ONE_LENGTH = 1.08;

  /** Where in the rime of ngã the throat closes and opens. */
  private static final double BREAK_STARTS = 0.38;

  private static final double BREAK_ENDS = 0.62;
  private static final double BREAK_DECIBELS = -26;

  /** Where in the rime of nặng the throat begins to close, and where it is closed. */
  private static final double CLOSING_STARTS = 0.6;

  private static final double CLOSED = 0.88;
  private static final double CLOSED_DECIBELS = -40;
  private static final double OPENING_SECONDS = 0.005;

  private static final double FADE_SECONDS = 0.03;
  private static final double FADE_DECIBELS = -10;

  private final Articulation articulation;
  private final Accent accent;
  private final List<Segment> segments = new ArrayList<>();
  private final Curve.Pen pitch = new Curve.Pen();
  private final Curve.Pen gain = new Curve.Pen();
  private double now;

  private ScoreWriter(Accent accent) {
    this.accent = accent;
    this.articulation = new Articulation(accent);
  }

  /**
   * The score.
   *
   * @param phrases at least one
   */
  public static Score write(List<Phrase> phrases, Accent accent) {
    ScoreWriter writer = new ScoreWriter(accent);
    writer.gain.to(0, 0);
    writer.rest(FIRST_SILENCE_SECONDS);
    double start = PHRASE_TOP_SEMITONES;
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      writer.phrase(phrase, start);
      writer.rest(i == phrases.size() - 1 ? LAST_SILENCE_SECONDS : restAfter(phrase.end()));
      boolean again = phrase.end() == End.SENTENCE || phrase.end() == End.QUESTION;
      start =
          again
              ? PHRASE_TOP_SEMITONES
              : Math.max(LOWEST_START_SEMITONES, start - LATER_PHRASE_SEMITONES);
    }
    return new Score(writer.segments, writer.pitch.done(), writer.gain.done());
  }

  private static double restAfter(End end) {
    return switch (end) {
      case BREATH -> 0.07;
      case COMMA -> 0.22;
      case CLAUSE -> 0.32;
      case SENTENCE, QUESTION -> 0.45;
    };
  }

  private void phrase(Phrase phrase, double start) {
    List<Syllable> syllables = phrase.syllables();
    double fall = phrase.end() == End.QUESTION ? 0 : PHRASE_FALL_SEMITONES;
    for (int i = 0; i < syllables.size(); i++) {
      double line = start - fall * i / Math.max(6, syllables.size() - 1);
      int left = syllables.size() - 1 - i;
      syllable(syllables.get(i), line, lengthening(left, phrase.end()));
    }
    fade();
  }

  private static double lengthening(int left, End end) {
    double last = end == End.BREATH ? LAST_BUT_ONE_LENGTH : LAST_LENGTH;
    return left == 0 ? last : left == 1 ? LAST_BUT_ONE_LENGTH : 1;
  }

  private void syllable(Syllable syllable, double line, double length) {
    Articulation.Sounds sounds = articulation.of(syllable);
    ToneShape shape = ToneShape.of(accent, syllable.tone(), syllable.rime().coda().stops());
    add(sounds.onset(), 1);
    double from = now;
    add(sounds.rime(), shape.length() * length);
    contour(shape, line, from);
    throat(shape.throat(), from);
    add(sounds.closure(), 1);
  }

  private void contour(ToneShape shape, double line, double from) {
    List<Double> points = shape.semitones();
    for (int i = 0; i < points.size(); i++) {
      double time = from + (now - from) * i / (points.size() - 1);
      pitch.to(time, MIDDLE_HERTZ * Math.pow(2, (line + points.get(i)) / 12));
    }
  }

  private void throat(ToneShape.Throat throat, double from) {
    double length = now - from;
    switch (throat) {
      case OPEN -> {}
      case BREAKS -> dip(from + BREAK_STARTS * length, from + BREAK_ENDS * length);
      case CLOSES -> {
        gain.to(from + CLOSING_STARTS * length, 0);
        gain.to(from + CLOSED * length, CLOSED_DECIBELS);
        gain.to(now, CLOSED_DECIBELS);
        gain.to(now + OPENING_SECONDS, 0);
      }
    }
  }

  private void dip(double from, double to) {
    double edge = (to - from) / 4;
    gain.to(from, 0);
    gain.to(from + edge, BREAK_DECIBELS);
    gain.to(to - edge, BREAK_DECIBELS);
    gain.to(to, 0);
  }

  /**
   * A voice does not stop like a switch; after a tone that closed there is nothing left to fade.
   */
  private void fade() {
    gain.to(now - FADE_SECONDS, 0);
    gain.to(now, FADE_DECIBELS);
    gain.to(now + FADE_SECONDS, 0);
  }

  private void add(List<Segment> sounds, double times) {
    for (Segment sound : sounds) {
      Segment held = new Segment(sound.phone(), sound.seconds() * times);
      segments.add(held);
      now += held.seconds();
    }
  }

  private void rest(double seconds) {
    segments.add(new Segment(Phone.PAUSE, seconds));
    now += seconds;
  }
}
