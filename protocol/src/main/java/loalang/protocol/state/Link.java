// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.state;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether the broker hears the node. */
public enum Link {
  /** Connected. */
  ONLINE("online"),
  /** The connection broke: the broker published the node's will. */
  LOST("lost"),
  /** The agent was stopped on purpose and said so. */
  STOPPED("stopped");

  private final String wireName;

  Link(String wireName) {
    this.wireName = wireName;
  }

  /** The word used on the wire. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
