// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.walls.sabotage;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jose4j.jws.JsonWebSignature;

/** Wrong on purpose. */
public final class SpellsItsOwnJson {
  private SpellsItsOwnJson() {}

  /** JSON and signatures outside their rooms. */
  public static String both() {
    return new ObjectMapper().toString() + new JsonWebSignature();
  }

  /** Topics outside their room. */
  public static final class OtherTopics {
    private OtherTopics() {}
  }
}
