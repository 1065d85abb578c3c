// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.log;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import loalang.controller.ledger.MonthLine;
import loalang.controller.speakers.Site;
import loalang.protocol.SpeakerId;

/**
 * What the province asks for every month.
 *
 * @param month of it
 * @param station whose report it is
 * @param lines one a cluster, by name
 */
public record MonthReport(YearMonth month, String station, List<Line> lines) {
  public MonthReport {
    lines = List.copyOf(lines);
  }

  /**
   * One cluster.
   *
   * @param told what the ledger counts
   * @param site where it hangs
   */
  public record Line(MonthLine told, Site site) {
    /** The latitude with five decimals; empty if nobody said. */
    public String latitude() {
      return site.point().map(point -> degrees(point.latitude())).orElse("");
    }

    /** The longitude with five decimals; empty if nobody said. */
    public String longitude() {
      return site.point().map(point -> degrees(point.longitude())).orElse("");
    }

    private static String degrees(double value) {
      return String.format(Locale.ROOT, "%.5f", value);
    }
  }

  static MonthReport of(
      YearMonth month, String station, List<MonthLine> told, Map<SpeakerId, Site> sites) {
    return new MonthReport(
        month,
        station,
        told.stream()
            .map(line -> new Line(line, sites.getOrDefault(line.speaker(), Site.UNKNOWN)))
            .toList());
  }

  /** All clusters together. */
  public MonthLine total() {
    return new MonthLine(
        new SpeakerId("tong"),
        lines.stream().mapToLong(line -> line.told().airings()).sum(),
        lines.stream().mapToLong(line -> line.told().played()).sum(),
        lines.stream().mapToLong(line -> line.told().urgent()).sum(),
        lines.stream().map(line -> line.told().sounded()).reduce(Duration.ZERO, Duration::plus),
        lines.stream().map(line -> line.told().requested()).reduce(Duration.ZERO, Duration::plus),
        lines.stream().mapToLong(line -> line.told().listened()).sum(),
        lines.stream().mapToLong(line -> line.told().heard()).sum());
  }

  /** How often the chime was heard, of how often a microphone listened: 3/4; – if none did. */
  public static String heard(MonthLine told) {
    return told.listened() == 0 ? "–" : told.heard() + "/" + told.listened();
  }

  /** As it is read: 11/2026. */
  public String name() {
    return String.format(Locale.ROOT, "%02d/%d", month.getMonthValue(), month.getYear());
  }
}
