// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.enrolment;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.enrolment.KeyScope;
import org.jspecify.annotations.Nullable;

/** How far a key reaches, on one line: {@code cho thon-ba|PRIORITY}; a star means all. */
final class ScopeText {
  private static final String ALL = "*";

  private ScopeText() {}

  static String write(KeyScope scope) {
    Set<PagingZone> zones = scope.zones();
    String where =
        zones == null
            ? ALL
            : zones.stream().map(PagingZone::value).sorted().collect(Collectors.joining(" "));
    Priority most = scope.most();
    return where + "|" + (most == null ? ALL : most.name());
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static KeyScope read(String text) {
    String[] both = text.split("\\|", 2);
    if (both.length != 2) {
      throw new IllegalArgumentException("a scope has two parts, was " + text);
    }
    return new KeyScope(zones(both[0]), both[1].equals(ALL) ? null : Priority.valueOf(both[1]));
  }

  private static @Nullable Set<PagingZone> zones(String text) {
    return text.equals(ALL)
        ? null
        : Arrays.stream(text.split(" ", -1)).map(PagingZone::new).collect(Collectors.toSet());
  }
}
