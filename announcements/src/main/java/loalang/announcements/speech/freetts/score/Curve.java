// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

import java.util.ArrayList;
import java.util.List;

/**
 * A value over time: straight lines between points, constant before the first and after the last.
 * Immutable.
 */
public final class Curve {
  private final double[] seconds;
  private final double[] values;

  private Curve(List<double[]> points) {
    seconds = points.stream().mapToDouble(point -> point[0]).toArray();
    values = points.stream().mapToDouble(point -> point[1]).toArray();
  }

  /** The value at a time; linear in the number of points before it. */
  public double at(double time) {
    return from(0).at(time);
  }

  /** A reader for times that only grow, which makes reading a whole curve quick. */
  public Reader reader() {
    return from(0);
  }

  private Reader from(int point) {
    return new Reader(this, point);
  }

  /** Reads a curve forwards. Confined to one thread. */
  public static final class Reader {
    private final Curve curve;
    private int next;

    private Reader(Curve curve, int next) {
      this.curve = curve;
      this.next = next;
    }

    /**
     * The value at a time.
     *
     * @param time seconds, not before the time asked for last
     */
    public double at(double time) {
      while (next < curve.seconds.length && curve.seconds[next] <= time) {
        next++;
      }
      if (next == 0) {
        return curve.values[0];
      }
      if (next == curve.seconds.length) {
        return curve.values[next - 1];
      }
      double start = curve.seconds[next - 1];
      double part = (time - start) / (curve.seconds[next] - start);
      return curve.values[next - 1] + part * (curve.values[next] - curve.values[next - 1]);
    }
  }

  /** Collects the points of a curve in the order of their times. Confined to one thread. */
  static final class Pen {
    private final List<double[]> points = new ArrayList<>();

    /** Draws to a point; a time before the last point's is moved up to it. */
    Pen to(double time, double value) {
      double last = points.isEmpty() ? 0 : points.get(points.size() - 1)[0];
      points.add(new double[] {Math.max(time, last), value});
      return this;
    }

    /**
     * The curve.
     *
     * @throws IllegalStateException if no point was drawn
     */
    Curve done() {
      if (points.isEmpty()) {
        throw new IllegalStateException("A curve has a point or more.");
      }
      return new Curve(points);
    }
  }
}
