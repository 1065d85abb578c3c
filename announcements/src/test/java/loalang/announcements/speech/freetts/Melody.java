// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import be.tarsos.dsp.pitch.PitchDetectionResult;
import be.tarsos.dsp.pitch.Yin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loalang.announcements.audio.Pcm;

/** What a pitch detector that knows nothing of our scores hears, every 5 ms. */
record Melody(List<Note> notes) {
  private static final int WINDOW = 800; // 50 ms: two periods of the lowest voice
  private static final int STEP = 80;
  private static final double VOICE_DBFS = -35;

  /** Pitch in semitones over 100 Hz (NaN where there is none) and level in dBFS. */
  record Note(double seconds, double semitones, double level) {
    boolean sings() {
      return !Double.isNaN(semitones);
    }
  }

  static Melody of(Pcm sound) {
    float[] samples = sound.samples();
    Yin detector = new Yin(sound.rateHertz(), WINDOW, 0.25);
    List<Note> notes = new ArrayList<>();
    for (int from = 0; from + WINDOW <= samples.length; from += STEP) {
      float[] window = Arrays.copyOfRange(samples, from, from + WINDOW);
      double level = Pcm.of(Arrays.copyOfRange(window, 240, 560), sound.rateHertz()).rmsDbfs();
      PitchDetectionResult heard = detector.getPitch(window);
      boolean sings = heard.isPitched() && level > VOICE_DBFS && heard.getPitch() < 260;
      double semitones = sings ? 12 * Math.log(heard.getPitch() / 100) / Math.log(2) : Double.NaN;
      notes.add(new Note((from + WINDOW / 2.0) / sound.rateHertz(), semitones, level));
    }
    return new Melody(notes);
  }

  /** The sung part, from its first to its last pitch. */
  List<Note> sung() {
    int first = 0;
    int last = notes.size() - 1;
    while (!notes.get(first).sings()) {
      first++;
    }
    while (!notes.get(last).sings()) {
      last--;
    }
    return notes.subList(first, last + 1);
  }

  /** The middle pitch of a part of the song. */
  double pitch(double from, double to) {
    List<Note> sung = sung();
    double[] heard =
        sung.subList((int) (from * sung.size()), Math.max(1, (int) (to * sung.size()))).stream()
            .filter(Note::sings)
            .mapToDouble(Note::semitones)
            .sorted()
            .toArray();
    return heard.length == 0 ? Double.NaN : heard[heard.length / 2];
  }

  double start() {
    return pitch(0.1, 0.25);
  }

  double end() {
    return pitch(0.88, 1);
  }

  double rise() {
    return end() - start();
  }

  double lowest() {
    return sung().stream().filter(Note::sings).mapToDouble(Note::semitones).min().orElse(0);
  }

  /** How far the level falls inside the song below what is around it, decibels, 0 or more. */
  double interruption() {
    List<Note> sung = sung();
    double deepest = 0;
    for (int i = 0; i < sung.size(); i++) {
      double before = loudest(sung.subList(0, i + 1));
      double after = loudest(sung.subList(i, sung.size()));
      deepest = Math.max(deepest, Math.min(before, after) - sung.get(i).level());
    }
    return deepest;
  }

  double seconds() {
    List<Note> sung = sung();
    return sung.get(sung.size() - 1).seconds() - sung.get(0).seconds();
  }

  private static double loudest(List<Note> notes) {
    return notes.stream().mapToDouble(Note::level).max().orElse(0);
  }
}
