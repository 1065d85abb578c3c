// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** How urgent an announcement is. The order of the constants is the order of urgency. */
public enum Priority {
  /** Thông thường: an ordinary programme item. */
  ROUTINE("routine"),
  /** Ưu tiên: goes before routine items, never into quiet hours. */
  PRIORITY("priority"),
  /** Khẩn cấp: storm, flood, fire. Interrupts everything below it and is heard in quiet hours. */
  EMERGENCY("emergency");

  private final String wireName;

  Priority(String wireName) {
    this.wireName = wireName;
  }

  /** The word used on the wire, in YAML and in front matter. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** True if an item of this priority may interrupt one of the other that is on air. */
  public boolean preempts(Priority other) {
    return compareTo(other) > 0;
  }
}
