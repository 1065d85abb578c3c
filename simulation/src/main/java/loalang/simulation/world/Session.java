// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a broker remembers of one client. */
final class Session {
  private static final int MOST_QUEUED = 1_000;

  private final Set<String> filters = new LinkedHashSet<>();
  private final Map<String, Boolean> heard = new HashMap<>(); // by topic, for these filters
  private final Deque<Queued> queue = new ArrayDeque<>();
  @Nullable Cable wire;

  /** A message that is the client's until it says that it has it. */
  static final class Queued {
    final Message message;
    boolean underWay;
    boolean done;

    Queued(Message message) {
      this.message = message;
    }
  }

  /** True if it was not there before. */
  boolean subscribe(String filter) {
    heard.clear();
    return filters.add(filter);
  }

  void unsubscribe(String filter) {
    heard.clear();
    filters.remove(filter);
  }

  boolean hears(String topic) {
    return heard.computeIfAbsent(topic, this::isWanted);
  }

  private boolean isWanted(String topic) {
    if (filters.contains(topic)) {
      return true;
    }
    int slash = topic.lastIndexOf('/');
    return filters.contains(topic.substring(0, slash + 1) + "+");
  }

  static boolean matches(String filter, String topic) {
    return filter.endsWith("+")
        ? topic.startsWith(filter.substring(0, filter.length() - 1))
            && topic.indexOf('/', filter.length() - 1) < 0
        : filter.equals(topic);
  }

  void keep(Message message) {
    if (queue.size() < MOST_QUEUED) {
      queue.add(new Queued(message));
    }
  }

  List<Queued> waiting(long now) {
    queue.removeIf(one -> one.done || (!one.underWay && one.message.expires() <= now));
    List<Queued> waiting = new ArrayList<>();
    for (Queued one : queue) {
      if (!one.underWay) {
        waiting.add(one);
      }
    }
    return waiting;
  }

  /** The connection broke: what was under way is to be sent again. */
  void brokenOff() {
    wire = null;
    queue.forEach(one -> one.underWay = false);
  }

  /** A broker that was killed had not written down the newest. */
  void forgetNewest(int count) {
    for (int i = 0; i < count && !queue.isEmpty(); i++) {
      queue.removeLast();
    }
  }

  int queued() {
    return queue.size();
  }
}
