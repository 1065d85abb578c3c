// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One commune: the first level of every topic, so that communes never hear each other.
 *
 * @param value 2 to 32 of a–z, 0–9 and '-', not starting with '-'; nothing else, so that no MQTT
 *     separator or wildcard can enter a topic name
 * @throws IllegalArgumentException if the value is not of that form
 */
public record CommuneId(@JsonValue String value) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{1,31}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CommuneId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "CommuneId must match %s, was \"%s\".".formatted(ALLOWED, Shortened.of(value)));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
