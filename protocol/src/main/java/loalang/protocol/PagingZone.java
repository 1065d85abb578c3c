// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A named group of loudspeakers that can be addressed together: a hamlet, a school, a market.
 *
 * @param value 1 to 48 of a–z, 0–9 and '-', not starting with '-'; nothing else, so that no MQTT
 *     separator or wildcard can enter a topic name
 * @throws IllegalArgumentException if the value is not of that form
 */
public record PagingZone(@JsonValue String value) implements Comparable<PagingZone> {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

  private static final String SINGLE_NODE_PREFIX = "node-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PagingZone {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "PagingZone must match %s, was \"%s\".".formatted(ALLOWED, Shortened.of(value)));
    }
  }

  /** The zone that holds this one node and no other. Its prefix is reserved. */
  public static PagingZone only(SpeakerId speaker) {
    return new PagingZone(SINGLE_NODE_PREFIX + speaker);
  }

  /**
   * True if the name is of the kind {@link #only} makes; no officer may give a zone such a name.
   */
  public boolean holdsOneNode() {
    return value.startsWith(SINGLE_NODE_PREFIX);
  }

  /** By name, so that equal sets of zones have equal bytes. */
  @Override
  public int compareTo(PagingZone other) {
    return value.compareTo(other.value);
  }

  /** A copy of these zones in the order of their names. */
  public static SortedSet<PagingZone> sorted(Collection<PagingZone> zones) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(zones));
  }

  @Override
  public String toString() {
    return value;
  }
}
