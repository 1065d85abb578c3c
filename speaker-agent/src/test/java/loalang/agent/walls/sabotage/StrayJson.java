// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.walls.sabotage;

import com.fasterxml.jackson.databind.JsonNode;

/** Wrong on purpose: JSON of its own, beside the wire contract. */
public final class StrayJson {
  private StrayJson() {}

  public static String text(JsonNode node) {
    return node.asText();
  }
}
