// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.util.Locale;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;

/** Timetables of a size no commune has: a whole province, a week full of airings. */
final class Province {
  private static final int COMMUNES = 100;
  private static final int HAMLETS = 13;
  private static final int CLUSTERS = 10;
  private static final int MORNING_SECOND = 5 * 3600 + 1800;
  private static final int DAY_SECONDS = 15 * 3600;

  private Province() {}

  /**
   * 100 communes of 13 hamlets of 10 clusters, a session of the province and one of each commune,
   * and campaigns of all levels.
   */
  static ProgrammeSheet withCampaigns(int campaigns) {
    StringBuilder yaml = new StringBuilder("zones:\n");
    for (int commune = 0; commune < COMMUNES; commune++) {
      yaml.append("- {zone: x%d, in: tinh}%n".formatted(commune));
      for (int hamlet = 0; hamlet < HAMLETS; hamlet++) {
        yaml.append("- {zone: x%1$d-t%2$d, in: x%1$d}%n".formatted(commune, hamlet));
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
          yaml.append(
              "- {zone: x%1$d-t%2$d-c%3$d, in: x%1$d-t%2$d}%n".formatted(commune, hamlet, cluster));
        }
      }
    }
    yaml.append("programmes:\n");
    yaml.append(session("tinh", "tinh", "05:30")).append(session("tinh-chieu", "tinh", "17:00"));
    for (int commune = 0; commune < COMMUNES; commune++) {
      yaml.append(session("xa-" + commune, "x" + commune, "05:%02d".formatted(40 + commune % 15)));
    }
    yaml.append("campaigns:\n");
    for (int i = 0; i < campaigns; i++) {
      yaml.append(campaign(i));
    }
    return ProgrammeFile.read(yaml.toString());
  }

  private static String session(String id, String zone, String at) {
    return """
        - id: %s
          title: Phiên %s
          zones: %s
          slots:
          - {id: phien, at: "%s", days: daily, opening: nhac-hieu, late: skip after 30m,
             items: [{announcement: tin-trong-ngay, lasts: 5m}], closing: loi-chao}
        """
        .formatted(id, id, zone, at);
  }

  private static String campaign(int i) {
    String zones =
        switch (i % 5) {
          case 0 -> "tinh";
          case 1 -> "x%d".formatted(i % COMMUNES);
          case 2 -> "[x%d, x%d]".formatted(i % COMMUNES, (i + 7) % COMMUNES);
          case 3 -> "x%d-t%d".formatted(i % COMMUNES, i % HAMLETS);
          default ->
              "[x%d-t%d-c%d, x%d]".formatted(i % COMMUNES, i % HAMLETS, i % 10, (i + 3) % 100);
        };
    String where =
        i % 3 == 0
            ? "sessions: [tinh, tinh-chieu]"
            : "at: [\"%02d:%02d\", \"%02d:%02d\"]"
                .formatted(6 + i % 5, i % 60, 13 + i % 6, (i * 7) % 60);
    return """
        - {id: c%d, title: Đợt %d, zones: %s, days: daily, announcements: [tin-a%d, tin-b%d],
           lasts: 60s, late: skip after 1h, priority: %s, %s}
        """
        .formatted(i, i, zones, i, i, i % 4 == 0 ? "priority" : "routine", where);
  }

  /** So many airings a day, each at a second of its own, spread over 100 hamlets. */
  static ProgrammeSheet withAiringsADay(int airings) {
    StringBuilder yaml = new StringBuilder("campaigns:\n");
    int hamlets = 100;
    for (int hamlet = 0; hamlet < hamlets; hamlet++) {
      yaml.append(
          "- {id: c%d, title: T, zones: t%d, days: daily, announcements: tin, lasts: 3s, at: ["
              .formatted(hamlet, hamlet));
      for (int airing = hamlet; airing < airings; airing += hamlets) {
        long second = MORNING_SECOND + (long) airing * DAY_SECONDS / airings;
        yaml.append(
            String.format(
                Locale.ROOT, "\"%02d:%02d:%02d\", ", second / 3600, second / 60 % 60, second % 60));
      }
      yaml.append("]}\n");
    }
    return ProgrammeFile.read(yaml.toString());
  }
}
