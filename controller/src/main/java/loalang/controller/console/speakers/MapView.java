// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.Speaker;
import loalang.protocol.SpeakerId;

/**
 * Loudspeakers on a plain ground: north is up, no tile of anybody else, a bar that tells how far.
 * Distances are those on a sphere, good to a metre over a commune.
 *
 * @param poles with their places on the drawing
 * @param metres how long the bar is on the ground
 * @param bar how long it is drawn
 */
public record MapView(List<Pole> poles, int metres, long bar) {
  /** The drawing's width in its own units. */
  public static final int WIDTH = 1_000;

  /** The drawing's height in its own units. */
  public static final int HEIGHT = 520;

  private static final double MARGIN = 70;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double LEAST_METRES = 500;
  private static final int LONGEST_BAR = WIDTH / 4;

  public MapView {
    poles = List.copyOf(poles);
  }

  /**
   * One pole.
   *
   * @param name of the speaker
   * @param isOnline true while the office hears it
   * @param x from the left, 0 to {@link #WIDTH}
   * @param y from the top, 0 to {@link #HEIGHT}
   */
  public record Pole(String name, boolean isOnline, long x, long y) {}

  /** Draws the speakers of which somebody said where they hang. */
  static MapView of(List<Speaker> speakers, Map<SpeakerId, Site> sites) {
    List<Speaker> placed = new ArrayList<>();
    List<Site.Point> points = new ArrayList<>();
    for (Speaker speaker : speakers) {
      sites
          .getOrDefault(speaker.id(), Site.UNKNOWN)
          .point()
          .ifPresent(
              point -> {
                placed.add(speaker);
                points.add(point);
              });
    }
    Ground ground = Ground.under(points);
    List<Pole> poles = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Speaker speaker = placed.get(i);
      poles.add(
          new Pole(
              speaker.id().value(),
              speaker.isOnline(),
              ground.x(points.get(i)),
              ground.y(points.get(i))));
    }
    int metres = roundBelow(LONGEST_BAR * ground.metresPerUnit());
    return new MapView(poles, metres, Math.round(metres / ground.metresPerUnit()));
  }

  /** 1, 2 or 5 times a power of ten. */
  private static int roundBelow(double metres) {
    int power = 1;
    while (power * 10 <= metres) {
      power *= 10;
    }
    if (power * 5 <= metres) {
      return power * 5;
    }
    return power * 2 <= metres ? power * 2 : power;
  }

  /** What the drawing shows: its middle and its scale. */
  private record Ground(Site.Point middle, double metresPerUnit) {
    static Ground under(List<Site.Point> points) {
      double south = points.stream().mapToDouble(Site.Point::latitude).min().orElse(0);
      double north = points.stream().mapToDouble(Site.Point::latitude).max().orElse(0);
      double west = points.stream().mapToDouble(Site.Point::longitude).min().orElse(0);
      double east = points.stream().mapToDouble(Site.Point::longitude).max().orElse(0);
      Site.Point middle = new Site.Point((south + north) / 2, (west + east) / 2);
      double wide = Math.max(LEAST_METRES, (east - west) * METRES_PER_DEGREE * shrink(middle));
      double high = (north - south) * METRES_PER_DEGREE;
      return new Ground(
          middle, Math.max(wide / (WIDTH - 2 * MARGIN), high / (HEIGHT - 2 * MARGIN)));
    }

    long x(Site.Point point) {
      double east = (point.longitude() - middle.longitude()) * METRES_PER_DEGREE * shrink(middle);
      return Math.round(WIDTH / 2.0 + east / metresPerUnit);
    }

    long y(Site.Point point) {
      double north = (point.latitude() - middle.latitude()) * METRES_PER_DEGREE;
      return Math.round(HEIGHT / 2.0 - north / metresPerUnit);
    }

    /** A degree of longitude is shorter the farther from the equator. */
    private static double shrink(Site.Point point) {
      return Math.cos(Math.toRadians(point.latitude()));
    }
  }
}
