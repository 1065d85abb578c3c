// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values found by a run of tokens; the longest run is offered first. */
final class Phrases<T> {
  private final Map<String, List<Key<T>>> byFirst = new HashMap<>();

  /** A run of tokens and its value; a key without capitals is found in any case. */
  record Key<T>(Line tokens, boolean anyCase, T value) {

    /** One past the last token if the run stands here, else -1. */
    int endIfAt(Line line, int at) {
      for (int i = 0; i < tokens.size(); i++) {
        if (!line.has(at + i) || !same(tokens.get(i), line.get(at + i), i == 0)) {
          return -1;
        }
      }
      return at + tokens.size();
    }

    private boolean same(Token wanted, Token there, boolean first) {
      boolean text =
          anyCase ? wanted.lower().equals(there.lower()) : wanted.text().equals(there.text());
      return text && (first || wanted.gap() == there.gap());
    }
  }

  void add(String key, T value) {
    add(key, value, key.equals(Letters.lower(key)));
  }

  void add(String key, T value, boolean anyCase) {
    Line tokens = Line.of(key);
    if (tokens.size() == 0) {
      throw new IllegalArgumentException("A phrase needs at least one visible character.");
    }
    List<Key<T>> bucket =
        byFirst.computeIfAbsent(tokens.get(0).lower(), ignored -> new ArrayList<>());
    bucket.add(new Key<>(tokens, anyCase, value));
    // Stable: phrases of one length keep the order of the table.
    bucket.sort(Comparator.comparingInt((Key<T> phrase) -> phrase.tokens().size()).reversed());
  }

  List<Key<T>> startingAt(Line line, int at) {
    return line.has(at) ? byFirst.getOrDefault(line.get(at).lower(), List.of()) : List.of();
  }
}
