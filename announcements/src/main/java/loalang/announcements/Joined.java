// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import loalang.announcements.audio.Levels;
import loalang.announcements.audio.Loudness;
import loalang.announcements.encode.CodedSound;
import loalang.announcements.encode.OpusComments;
import loalang.announcements.encode.OpusEncoder;
import loalang.announcements.encode.OpusEncoder.Playing;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.sentence.CodedSentence;

/** Pieces one after another: the beginning, then what is said. */
final class Joined {
  /**
   * Players decode at 48 kHz, we measure at 16: as found on espeak-ng and FreeTTS, they hear 0.1 LU
   * less and peaks up to 0.6 dB higher.
   */
  private static final double PLAYED_BESIDE_MEASURED_LU = -0.1;

  private static final double PLAYED_PEAK_BESIDE_MEASURED_DB = 0.6;

  private final SoundSettings sound;
  private final List<CodedSentence> pieces;
  private final Levels levels;
  private final double gainDb;

  Joined(SoundSettings sound, List<CodedSentence> pieces) {
    this.sound = sound;
    this.pieces = List.copyOf(pieces);
    this.levels = Levels.ofAll(pieces.stream().map(CodedSentence::levels).toList());
    this.gainDb = sound.mastering().gainDbFor(played(0));
  }

  /** As a decoder plays it, the gain in the file's head included. */
  Loudness loudness() {
    return played(gainDb);
  }

  private Loudness played(double louderDb) {
    Loudness measured = levels.loudness(louderDb);
    return new Loudness(
        measured.integratedLufs() + PLAYED_BESIDE_MEASURED_LU,
        measured.truePeakDbtp() + PLAYED_PEAK_BESIDE_MEASURED_DB);
  }

  Recording recording(OpusComments comments) {
    // The coder's delay would need one packet more to bring out the last 6.5 ms of silence.
    long samples =
        pieces.stream().mapToLong(CodedSentence::samples).sum()
            - OpusEncoder.samplesLate(StretchCoder.RATE_HERTZ);
    CodedSound all = CodedSound.ofAll(pieces.stream().map(CodedSentence::sound).toList());
    Playing playing = new Playing(samples, StretchCoder.RATE_HERTZ, gainDb);
    return Recording.of(sound.encoder().file(all, playing, comments), duration(samples));
  }

  /** One sentence for each piece but the beginning. */
  SpokenTimes times(List<ScriptSentence> sentences) {
    List<SpokenTimes.Sentence> times = new ArrayList<>();
    long at = pieces.get(0).samples();
    for (int i = 0; i < sentences.size(); i++) {
      CodedSentence piece = pieces.get(i + 1);
      times.add(
          SpokenTimes.sentence(
              sentences.get(i), duration(at), duration(at + piece.speechSamples())));
      at += piece.samples();
    }
    return new SpokenTimes(times);
  }

  private static Duration duration(long samples) {
    return Duration.ofNanos(Math.round(samples * 1e9 / StretchCoder.RATE_HERTZ));
  }
}
