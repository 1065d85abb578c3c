// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.script;

/**
 * A doubt the reader has about its own reading, for the officer to settle.
 *
 * @param kind what sort of doubt
 * @param source where it is written
 * @param written the doubtful text itself
 * @param spoken how it was read all the same
 */
public record ReadingWarning(Kind kind, SourceSpan source, String written, String spoken) {

  /** The sorts of doubt; the console explains each in Vietnamese. */
  public enum Kind {
    /** No dictionary tier knows the abbreviation; it was spelled. */
    UNKNOWN_ABBREVIATION,
    /** The abbreviation has several readings and no neighbour decides; it was spelled. */
    AMBIGUOUS_ABBREVIATION,
    /** A date or range that can be understood in two ways. */
    AMBIGUOUS_DATE,
    /** Letters of several scripts in one word, or a script no voice speaks. */
    MIXED_SCRIPT,
    /** A word that looks like a slip of the pen. */
    SUSPICIOUS_SPELLING,
    /** Too long to say in one breath. */
    LONG_SENTENCE,
    /** In this sentence the time of the slot runs out. */
    LONGER_THAN_SLOT,
    /** A telephone, identity or account number that will be read to the whole village. */
    PERSONAL_DATA
  }
}
