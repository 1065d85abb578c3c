// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import loalang.protocol.AnnouncementId;

/** Gives a notice a name one can say on the telephone: words of its title, and four digits. */
final class NoticeNames {
  private static final int MAX_TITLE_CHARACTERS = 40;
  private static final int TAIL_BYTES = 3;

  private NoticeNames() {}

  static AnnouncementId nameFor(String title, RandomGenerator random) {
    byte[] tail = new byte[TAIL_BYTES];
    random.nextBytes(tail);
    String words = words(title);
    String start = words.isEmpty() ? "ban-tin" : words;
    return new AnnouncementId(start + "-" + HexFormat.of().formatHex(tail));
  }

  private static String words(String title) {
    String plain =
        Normalizer.normalize(title.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    String shortened = plain.substring(0, Math.min(MAX_TITLE_CHARACTERS, plain.length()));
    return shortened.replaceAll("^-+|-+$", "");
  }
}
