// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One measured quantity; one line of {@code ./loa bench NAME --json}.
 *
 * @param bench which bench
 * @param metric what was measured, in snake_case
 * @param unit of every number in the line
 * @param ours our samples
 * @param peer the other program's name and samples from the same run; null without one
 * @param target what we want to reach; null where nothing is promised
 */
record Figure(
    String bench,
    String metric,
    String unit,
    Samples ours,
    @Nullable Peer peer,
    @Nullable Target target) {

  /**
   * A peer measured in the same run on the same input.
   *
   * @param name what runs
   * @param samples its samples
   */
  record Peer(String name, Samples samples) {}

  /**
   * What we want to reach.
   *
   * @param limit the largest good value
   * @param ofRatio true if the limit is for ours / peer, false if for our median
   */
  record Target(double limit, boolean ofRatio) {}

  Line line() {
    Double ratio = peer == null ? null : rounded(ours.median() / peer.samples().median());
    Boolean ok = null;
    if (target != null) {
      double value = target.ofRatio() && ratio != null ? ratio : ours.median();
      ok = value <= target.limit();
    }
    return new Line(
        bench,
        metric,
        unit,
        ours.count(),
        rounded(ours.median()),
        rounded(ours.p95()),
        rounded(ours.worst()),
        peer == null ? null : peer.name(),
        peer == null ? null : rounded(peer.samples().median()),
        peer == null ? null : rounded(peer.samples().p95()),
        ratio,
        target == null ? null : target.limit(),
        ok);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  /** The line as it is printed; absent members are left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"bench", "metric", "unit", "n", "median", "p95", "worst", "peer"})
  record Line(
      String bench,
      String metric,
      String unit,
      int n,
      double median,
      double p95,
      double worst,
      @Nullable String peer,
      @JsonProperty("peer_median") @Nullable Double peerMedian,
      @JsonProperty("peer_p95") @Nullable Double peerP95,
      @Nullable Double ratio,
      @Nullable Double target,
      @Nullable Boolean ok) {}
}
