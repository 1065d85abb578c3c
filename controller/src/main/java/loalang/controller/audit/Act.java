// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import java.nio.charset.StandardCharsets;
import loalang.protocol.Digest;

/**
 * Something that is done and shall be known later.
 *
 * @param by who does it
 * @param deed what
 * @param object to what: a name, no text and no secret
 * @param before the digest of what was there; empty if there was nothing
 * @param after the digest of what is there now; empty if there is nothing
 * @param note a few words, such as roles or a reason; at most 400 characters
 */
public record Act(Author by, Deed deed, String object, String before, String after, String note) {
  private static final int LONGEST_NOTE = 400;

  public Act {
    note = note.substring(0, Math.min(LONGEST_NOTE, note.length()));
  }

  /** The same with the digest of what was there. */
  public Act from(String text) {
    return new Act(by, deed, object, digest(text), after, note);
  }

  /** The same with the digest of what is there now. */
  public Act to(String text) {
    return new Act(by, deed, object, before, digest(text), note);
  }

  /** The same with the digest of a recording that is there now. */
  public Act to(Digest recording) {
    return new Act(by, deed, object, before, recording.hex(), note);
  }

  /** The same with a few words. */
  public Act saying(String words) {
    return new Act(by, deed, object, before, after, words);
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
