// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

/** How one vendor is spoken to. */
interface Vendor {

  /**
   * A text as a sound file. Blocks.
   *
   * @param text at most as long as the vendor takes
   * @param voice in the vendor's own words
   * @return the bytes as they came, of whatever kind
   * @throws loalang.protocol.ProblemException with a SPEECH_CLOUD code
   */
  byte[] speak(String text, String voice);
}
