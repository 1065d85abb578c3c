// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import java.util.Optional;

/**
 * A vocal tract as line spectral frequencies: numbers between 0 and π that stand close together
 * where the tract resonates. Unlike the coefficients of a predictor they can be moved and mixed,
 * and the filter stays stable as long as they rise.
 *
 * <p>Source: Itakura 1975; roots on the unit circle by the cosine series of Kabal and Ramachandran
 * 1986.
 */
final class LineSpectrum {
  private static final int GRID = 512;
  private static final int HALVINGS = 24;

  /** Two lines closer than this ring like a bell. */
  private static final double NEAREST = 0.012;

  private LineSpectrum() {}

  /**
   * The lines of a predictor.
   *
   * @param predictor weights of the last samples, the most recent first; an even number of them
   * @return as many lines, rising; empty if the filter is not stable
   */
  static Optional<double[]> of(double[] predictor) {
    int order = predictor.length;
    double[] even = new double[order / 2 + 1];
    double[] odd = new double[order / 2 + 1];
    even[0] = 1;
    odd[0] = 1;
    for (int i = 1; i <= order / 2; i++) {
      double near = -predictor[i - 1];
      double far = -predictor[order - i];
      even[i] = near + far - even[i - 1];
      odd[i] = near - far + odd[i - 1];
    }
    double[] lines = new double[order];
    int found = roots(even, odd, lines);
    return found == order ? Optional.of(lines) : Optional.empty();
  }

  /** The roots of both lie between one another, so one walk finds them in turn. */
  private static int roots(double[] even, double[] odd, double[] lines) {
    int found = 0;
    double[] series = even;
    double from = 0;
    double before = value(series, from);
    for (int step = 1; step <= GRID && found < lines.length; step++) {
      double to = Math.PI * step / GRID;
      double after = value(series, to);
      while (before * after <= 0 && found < lines.length) {
        double root = between(series, from, to);
        lines[found++] = root;
        series = series == even ? odd : even;
        from = root;
        before = value(series, from);
        after = value(series, to);
      }
      from = to;
      before = after;
    }
    return found;
  }

  private static double between(double[] series, double low, double high) {
    double from = low;
    double to = high;
    double before = value(series, from);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (from + to) / 2;
      double here = value(series, middle);
      if (before * here <= 0) {
        to = middle;
      } else {
        from = middle;
        before = here;
      }
    }
    return (from + to) / 2;
  }

  /** The cosine series of a symmetric polynomial on the unit circle. */
  private static double value(double[] half, double angle) {
    int top = half.length - 1;
    double sum = half[top] / 2;
    for (int i = 0; i < top; i++) {
      sum += half[i] * Math.cos((top - i) * angle);
    }
    return sum;
  }

  /**
   * The predictor that has these lines.
   *
   * @param lines rising between 0 and π; those too close are spread
   */
  static double[] predictor(double[] lines) {
    double[] spread = spread(lines);
    double[] even = times(product(spread, 0), 1);
    double[] odd = times(product(spread, 1), -1);
    double[] predictor = new double[lines.length];
    for (int i = 0; i < predictor.length; i++) {
      predictor[i] = -(even[i + 1] + odd[i + 1]) / 2;
    }
    return predictor;
  }

  private static double[] spread(double[] lines) {
    double[] spread = lines.clone();
    for (int i = 0; i < spread.length; i++) {
      double lowest = i == 0 ? NEAREST : spread[i - 1] + NEAREST;
      spread[i] = Math.max(spread[i], lowest);
    }
    return spread;
  }

  private static double[] product(double[] lines, int first) {
    double[] product = {1};
    for (int i = first; i < lines.length; i += 2) {
      double[] next = new double[product.length + 2];
      double turn = -2 * Math.cos(lines[i]);
      for (int k = 0; k < product.length; k++) {
        next[k] += product[k];
        next[k + 1] += turn * product[k];
        next[k + 2] += product[k];
      }
      product = next;
    }
    return product;
  }

  private static double[] times(double[] polynomial, double root) {
    double[] product = new double[polynomial.length + 1];
    for (int k = 0; k < polynomial.length; k++) {
      product[k] += polynomial[k];
      product[k + 1] += root * polynomial[k];
    }
    return product;
  }
}
