// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

/**
 * One thing that goes wrong.
 *
 * @param name in snake_case
 * @param due what must become of the airing
 * @param script what happens; it orders the airing of its stage once
 */
record Fault(String name, Due due, Script script) {

  /** What must become of an airing. */
  enum Due {
    /** It is played, whole, in spite of it. */
    PLAYED,
    /** It ends somehow; it counts as played only if every frame is in the file. */
    ENDED,
    /** It ends, and nobody may say that it was played. */
    NOT_PLAYED,
    /** It never begins. */
    NOTHING
  }

  /** What happens. */
  interface Script {
    void on(Stage stage) throws Exception;
  }
}
