// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.util.List;

/**
 * Measured values of one quantity.
 *
 * @param values at least one
 * @throws IllegalArgumentException if there is none
 */
record Samples(List<Double> values) {
  Samples {
    values = values.stream().sorted().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured.");
    }
  }

  int count() {
    return values.size();
  }

  double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** The nearest rank: the smallest value that 95 % of the values do not exceed. */
  double p95() {
    return values.get((int) Math.ceil(0.95 * values.size()) - 1);
  }

  double worst() {
    return values.get(values.size() - 1);
  }
}
