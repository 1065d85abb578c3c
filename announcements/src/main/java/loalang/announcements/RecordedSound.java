// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import loalang.announcements.audio.Band;
import loalang.announcements.audio.Levels;
import loalang.announcements.audio.Mastering;
import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Shaping;
import loalang.announcements.audio.Tempo;
import loalang.announcements.sentence.CodedSentence;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Masters and codes a person's recording in stretches, several at once. Each stretch is worked on
 * with a second more on either side, so that filters and limiter have settled where it is cut.
 */
final class RecordedSound {
  /** As long as the longest notice. */
  static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int STRETCH_TENTHS = 200;
  private static final int MARGIN_TENTHS = 10;
  private static final Duration TAIL = Duration.ofMillis(300);

  /** No voice is heard on a horn below this, however much it is amplified. */
  private static final double QUIETEST_LUFS = -60;

  private final SoundSettings sound;
  private final Mastering mastering;
  private final StretchCoder coder;
  private final OrderedWork line;

  RecordedSound(SoundSettings sound, OrderedWork line) {
    this.sound = sound;
    this.mastering = StretchCoder.belowCeiling(sound.mastering());
    this.coder = new StretchCoder(sound.encoder());
    this.line = line;
  }

  List<CodedSentence> pieces(Pcm given, Cancellation cancellation) {
    if (given.duration().compareTo(LONGEST) > 0) {
      throw new ProblemException(
          new Problem(
              "RECORDED_VOICE_TOO_LONG",
              "The recording lasts %d s; the limit is %d s."
                  .formatted(given.duration().toSeconds(), LONGEST.toSeconds()),
              "Cut it into several recordings."));
    }
    Band all = new Band(20, Pcm.MAX_RATE_HERTZ / 2.0);
    Pcm voice = new Shaping(StretchCoder.RATE_HERTZ, all, Tempo.ORDINARY).shape(given);
    double gainDb = toTarget(voice, 0, false, cancellation);
    if (!(mastering.targetLufs() - gainDb > QUIETEST_LUFS)) {
      throw new ProblemException(
          new Problem(
              "RECORDED_VOICE_SILENT",
              "The recording of %d ms holds no voice that can be heard."
                  .formatted(given.duration().toMillis()),
              "Record it again nearer to the microphone."));
    }
    double makeUpDb = toTarget(voice, gainDb, true, cancellation);
    return inStretches(
        voice,
        cancellation,
        (part, from, tenths) ->
            coder.stretch(
                mastering.masterStretch(part, sound.compressor(), gainDb, makeUpDb),
                from,
                tenths,
                tenths * StretchCoder.TENTH_SAMPLES));
  }

  /** How much is missing to the target, dB; +∞ for silence. */
  private double toTarget(Pcm voice, double gainDb, boolean compressed, Cancellation cancellation) {
    List<Levels> levels =
        inStretches(
            voice,
            cancellation,
            (part, from, tenths) -> {
              Pcm louder = part.amplified(Math.pow(10, gainDb / 20));
              Pcm even = compressed ? sound.compressor().compress(louder) : louder;
              int first = from * StretchCoder.TENTH_SAMPLES;
              return Levels.of(even.stretch(first, tenths * StretchCoder.TENTH_SAMPLES));
            });
    return mastering.targetLufs() - Levels.ofAll(levels).loudness(0).integratedLufs();
  }

  /** Work on a filtered stretch with its margins. */
  private interface StretchWork<T> {
    T on(Pcm withMargins, int firstTenth, int tenths);
  }

  private <T> List<T> inStretches(Pcm voice, Cancellation cancellation, StretchWork<T> work) {
    int tail = (int) (TAIL.toMillis() * StretchCoder.RATE_HERTZ / 1_000);
    int all = StretchCoder.ceilTenths(voice.length() + tail);
    List<Callable<T>> stretches = new ArrayList<>();
    for (int tenth = 0; tenth < all; tenth += STRETCH_TENTHS) {
      int first = tenth;
      int tenths = Math.min(STRETCH_TENTHS, all - first);
      int margin = MARGIN_TENTHS * StretchCoder.TENTH_SAMPLES;
      stretches.add(
          () -> {
            int from = first * StretchCoder.TENTH_SAMPLES - margin;
            int length = tenths * StretchCoder.TENTH_SAMPLES + 2 * margin;
            Pcm part = sound.band().filter(voice.stretch(from, length));
            return work.on(part, MARGIN_TENTHS, tenths);
          });
    }
    return line.all(stretches, cancellation, ready -> {});
  }
}
