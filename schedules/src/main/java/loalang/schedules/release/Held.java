// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.release;

import loalang.protocol.Problem;

/**
 * Something that is not heard unless two people say so. The first exit is {@link #askedBy}.
 *
 * @param what which airing
 * @param by the rule that holds it
 * @param why the rule in words, with the next step
 */
public record Held(Wanted what, Hold by, Problem why) {

  /** The first person asks for it to be let through. */
  public Request askedBy(Signature first) {
    return new Request(what, by, first);
  }
}
