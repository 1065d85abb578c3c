// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One planned sounding of one announcement: the thing each node reports about.
 *
 * @param value 3 to 64 of a–z, 0–9 and '-', not starting with '-'; nothing else, so that no MQTT
 *     separator or wildcard can enter a topic name
 * @throws IllegalArgumentException if the value is not of that form
 */
public record AiringId(@JsonValue String value) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{2,63}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AiringId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "AiringId must match %s, was \"%s\".".formatted(ALLOWED, Shortened.of(value)));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
