// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a node does not obey a genuine order. */
public enum RefusalReason {
  /** Its validity is over. */
  EXPIRED("expired"),
  /** Its validity has not begun, or the node's clock is far behind. */
  NOT_YET_VALID("not-yet-valid"),
  /** It is meant for another commune. */
  OTHER_COMMUNE("other-commune"),
  /** The node is in none of its zones. */
  OTHER_ZONE("other-zone"),
  /** The signing key may not speak at this level. */
  ISSUER_NOT_ALLOWED("issuer-not-allowed"),
  /** The node has as many orders waiting as it can hold. */
  TOO_MANY_WAITING("too-many-waiting"),
  /** It needs two people's release and has none. */
  NOT_RELEASED("not-released"),
  /** The node's clock is too unsure to tell whether it is fresh. */
  CLOCK_UNKNOWN("clock-unknown");

  private final String wireName;

  RefusalReason(String wireName) {
    this.wireName = wireName;
  }

  /** The word used on the wire. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
