// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

/** What holds at every instant, whatever breaks. The names are those of the design, and S9. */
public enum Promise {
  /** No sound without a signature that is valid, unexpired, unreplayed and meant for that zone. */
  S1("no sound without a valid signature for that zone"),
  /** No cue starts twice on a node. */
  S2("no airing starts twice on a pole"),
  /** Nothing that is no emergency and was not released sounds in quiet hours. */
  S3("quiet hours are quiet"),
  /** An acknowledged order or report survives a crash and a power cut. */
  S4("what was acknowledged is never forgotten"),
  /** The ledger never says played when fewer frames than claimed were consumed. */
  S5("played means every frame was heard"),
  /** Every expected airing ends in exactly one final state. */
  S6("every expected airing has one end"),
  /** A later emergency pre-empts; a lower priority never does. */
  S7("an emergency goes first, a lower priority never"),
  /** A stale item never sounds. */
  S8("nothing stale sounds"),
  /** A stop and a silence hold from when they are heard, even if the card takes nothing. */
  S9("who is told to be silent is silent"),
  /** When the network heals, every report arrives and every pole has the newest plan. */
  L1("after healing everything arrives"),
  /** The programs throw nothing they do not expect. */
  BUG("the program broke a rule of its own");

  private final String words;

  Promise(String words) {
    this.words = words;
  }

  /** What is promised. */
  public String words() {
    return words;
  }
}
