// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Web and mail addresses: labels joined with "chấm"; known labels as words, others spelled. */
final class WebRoom implements Room {
  private static final Set<String> LAST_LABELS =
      Set.of(
          "vn", "com", "net", "org", "gov", "edu", "info", "asia", "biz", "io", "app", "top", "xyz",
          "site", "online", "shop", "store", "club", "me", "ly", "gle");
  private static final Map<String, String> LABELS = labels();
  private static final int LONGEST = 64;
  private static final int SHORTEST_LABEL = 3;
  private static final int LONGEST_LABEL = 40;

  private final Dictionary dictionary;

  WebRoom(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public int read(Line line, int at, Speech speech) {
    int host = afterScheme(line, at);
    int end = endOfAddress(line, host, at);
    boolean address = end > host && (host > at || isHost(line, host, end));
    if (!address) {
      return 0;
    }
    for (int i = host; i < end; i++) {
      sayPart(line, i, speech);
    }
    int slash = line.isGluedMark(end, '/') && end - at < LONGEST ? 1 : 0;
    return end + slash - at;
  }

  private static int afterScheme(Line line, int at) {
    int host = at;
    boolean scheme = line.word(at).equals("http") || line.word(at).equals("https");
    if (scheme && line.isGluedMark(at + 1, ':') && line.isGluedMark(at + 2, '/')) {
      host = line.isGluedMark(at + 3, '/') ? at + 4 : at + 3;
    }
    if (line.word(host).equals("www") && line.isGluedMark(host + 1, '.')) {
      host += 2;
    }
    return host == at || line.isGlued(host) ? host : at;
  }

  /** One past the last part that touches; a mark counts only if a letter or digit follows it. */
  private static int endOfAddress(Line line, int host, int at) {
    if (!line.has(host) || isMark(line, host) || (host == at && !line.isGlued(host + 1))) {
      return host;
    }
    int end = host + 1;
    while (line.isGlued(end) && end - at < LONGEST) {
      if (!isMark(line, end)) {
        end++;
      } else if (isPartMark(line, end) && line.isGlued(end + 1) && !isMark(line, end + 1)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isMark(Line line, int at) {
    return line.get(at).kind() == Token.Kind.MARK;
  }

  private static boolean isPartMark(Line line, int at) {
    return ".-_/@?=&%#~+:".contains(line.get(at).text());
  }

  /** Whether the part before the first slash ends like a domain. */
  private static boolean isHost(Line line, int host, int end) {
    int slash = host;
    while (slash < end && !line.isMark(slash, '/') && !line.isMark(slash, ':')) {
      slash++;
    }
    return slash - host >= 3
        && line.isMark(slash - 2, '.')
        && LAST_LABELS.contains(line.word(slash - 1));
  }

  private void sayPart(Line line, int at, Speech speech) {
    Token token = line.get(at);
    switch (token.kind()) {
      case MARK -> speech.say(LABELS.getOrDefault(token.text(), ""), at, at + 1);
      case NUMBER -> speech.figure(Numerals.oneByOne(token.text()), at, at + 1);
      case WORD -> {
        String known = reading(token.lower());
        speech.say(known == null ? Letters.spelled(token.text()) : known, at, at + 1);
      }
    }
  }

  private @Nullable String reading(String label) {
    String known = LABELS.get(label);
    known = known != null ? known : dictionary.anyReading(label);
    return known != null ? known : joined(label);
  }

  /** A label made of two that are known: dichvucong and bacgiang. */
  private static @Nullable String joined(String label) {
    if (label.length() > LONGEST_LABEL) {
      return null;
    }
    String only = null;
    for (int cut = SHORTEST_LABEL; cut <= label.length() - SHORTEST_LABEL; cut++) {
      String head = LABELS.get(label.substring(0, cut));
      String tail = LABELS.get(label.substring(cut));
      boolean parts = head != null && tail != null;
      if (parts && only != null) {
        return null;
      }
      only = parts ? head + " " + tail : only;
    }
    return only;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    for (String[] row : Tables.rows("web-labels.tsv")) {
      labels.put(row[0], row[1]);
    }
    return labels;
  }
}
