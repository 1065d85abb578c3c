// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.script;

/**
 * The door of reading: written text in, script out. Pure and deterministic: the same text gives the
 * same script on every machine and day. Usable on any thread.
 */
public interface Normaliser {

  /**
   * Reads a text.
   *
   * @param written any Unicode text, any normal form; plain text with paragraphs parted by blank
   *     lines
   * @return the script; empty if there is nothing to say
   */
  Script read(String written);
}
