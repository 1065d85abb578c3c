// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bends recorded vowels into Vietnamese ones. Within a pair of sounds each frame's resonances move
 * by the map of its own sound, over to the other's around the border, and are drawn towards the
 * vowel's own model the nearer they are to its middle: so the halves of a vowel, recorded in
 * different words, meet.
 */
final class Vowels {
  /** Neighbours that hardly colour a vowel: the lips alone move. */
  private static final List<String> NEUTRAL = List.of("b", "p", "m", "v");

  private static final double PULL = 0.8;

  /** Over so many frames on either side of the border one map gives way to the other. */
  private static final double CROSSING_FRAMES = 3;

  private final RecordedDiphones recorded;

  Vowels(RecordedDiphones recorded) {
    this.recorded = recorded;
  }

  /**
   * The middle of a vowel, moved to where the recipe wants it; empty for sounds as recorded.
   *
   * @return line spectral frequencies
   */
  Optional<double[]> model(Recipe recipe) {
    if (recipe.formants().leavesAll()) {
      return Optional.empty();
    }
    List<Frame> middles = new ArrayList<>();
    for (String neighbour : NEUTRAL) {
      List<Frame> before = recorded.into(neighbour, recipe.enters());
      middles.add(before.get(before.size() - 1));
      middles.add(recorded.outOf(recipe.leaves(), neighbour).get(0));
    }
    double[] sum = new double[0];
    for (Frame middle : middles) {
      double[] lines = LineSpectrum.of(middle.predictor()).orElseThrow();
      sum = sum.length == 0 ? new double[lines.length] : sum;
      for (int i = 0; i < lines.length; i++) {
        sum[i] += recipe.formants().moved(lines[i]) / middles.size();
      }
    }
    return Optional.of(sum);
  }

  /** One side of a pair: its map and its model. */
  record Side(FormantMap map, Optional<double[]> model) {}

  /**
   * Bends the frames of a pair.
   *
   * @param frames of both sounds
   * @param border how many belong to the first
   */
  static List<Frame> bent(List<Frame> frames, int border, Side first, Side second) {
    if (first.map().leavesAll() && second.map().leavesAll()) {
      return frames;
    }
    List<Frame> bent = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      boolean inFirst = i < border;
      Side own = inFirst ? first : second;
      Side other = inFirst ? second : first;
      double half = inFirst ? border : frames.size() - border;
      double depth = Math.abs(i + 0.5 - border);
      bent.add(
          own.map().leavesAll()
              ? frames.get(i)
              : bent(frames.get(i), moving(own, other, depth), own, PULL * depth / half));
    }
    return bent;
  }

  /** A line's new place. */
  private interface Moving {
    double moved(double line);
  }

  /** Between vowels the maps share the border; next to a consonant the map sets in behind it. */
  private static Moving moving(Side own, Side other, double depth) {
    double share = Math.min(1, depth / CROSSING_FRAMES);
    double mine = other.map().leavesAll() ? share : (1 + share) / 2;
    return line -> mine * own.map().moved(line) + (1 - mine) * other.map().moved(line);
  }

  private static Frame bent(Frame frame, Moving moving, Side own, double pull) {
    Optional<double[]> lines = LineSpectrum.of(frame.predictor());
    if (lines.isEmpty()) {
      return frame;
    }
    double[] moved = lines.get();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = moving.moved(moved[i]);
    }
    own.model().ifPresent(model -> draw(moved, model, pull));
    return frame.through(LineSpectrum.predictor(moved));
  }

  private static void draw(double[] lines, double[] model, double pull) {
    for (int i = 0; i < lines.length; i++) {
      lines[i] += pull * (model[i] - lines[i]);
    }
  }
}
