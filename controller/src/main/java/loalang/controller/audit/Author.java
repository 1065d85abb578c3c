// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

/**
 * Who does something, and from where.
 *
 * @param who an account, or {@link #COMMAND_LINE}
 * @param address of the network; empty if the office does it by itself
 */
public record Author(String who, String address) {
  /** Who the command line is; no account may have this name. */
  public static final String COMMAND_LINE = "command-line";

  /** The office itself, by its own rules; no account may have this name. */
  public static final Author OFFICE = new Author("the-office", "");

  /** Something this person does to an object. */
  public Act did(Deed deed, Object object) {
    return new Act(this, deed, object.toString(), "", "", "");
  }
}
