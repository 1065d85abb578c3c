// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** The level of government in whose name an order is given. Higher constants stand higher. */
public enum Issuer {
  /** Xã, phường, thị trấn. */
  COMMUNE("commune"),
  /** Tỉnh, thành phố. */
  PROVINCE("province"),
  /** Trung ương. */
  CENTRE("centre");

  private final String wireName;

  Issuer(String wireName) {
    this.wireName = wireName;
  }

  /** The word used on the wire. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
