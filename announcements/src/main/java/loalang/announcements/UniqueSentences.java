// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.sentence.SentenceKey;

/**
 * Sentences of which each is worked on once, however often it is said.
 *
 * @param sentences in the order of their first saying
 * @param order which of them is said when
 */
record UniqueSentences(Map<SentenceKey, ScriptSentence> sentences, List<Integer> order) {

  static UniqueSentences of(List<ScriptSentence> all, List<SentenceKey> keys) {
    Map<SentenceKey, ScriptSentence> first = new LinkedHashMap<>();
    Map<SentenceKey, Integer> place = new LinkedHashMap<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (first.putIfAbsent(keys.get(i), all.get(i)) == null) {
        place.put(keys.get(i), place.size());
      }
      order.add(place.getOrDefault(keys.get(i), 0));
    }
    return new UniqueSentences(Collections.unmodifiableMap(first), List.copyOf(order));
  }

  /** What came of each saying. */
  <T> List<T> each(List<T> results) {
    return order.stream().map(results::get).toList();
  }
}
