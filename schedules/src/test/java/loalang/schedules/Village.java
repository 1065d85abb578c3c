// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;

/** Fixtures in the words of the village. */
final class Village {
  static final Set<PagingZone> EVERYWHERE =
      Set.of(new PagingZone("thon-1"), new PagingZone("thon-2"));
  static final AnnouncementId NOTICE = new AnnouncementId("thong-bao");

  private Village() {}

  /** An instant as the clock on the commune's wall shows it. */
  static Instant vietnam(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
  }

  /** The morning programme with one slot a day, up to ten minutes late. */
  static ProgrammeSheet morningAt(String time) {
    return ProgrammeFile.read(
        """
        programmes:
          - id: sang
            title: Bản tin sáng
            zones: [thon-1, thon-2]
            slots:
              - {id: tin, at: "%s", days: daily, announcement: tin-trong-xa, late: skip after 10m}
        """
            .formatted(time));
  }
}
