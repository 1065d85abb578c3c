// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

/** Decoding passed the longest playing time. */
final class TooMuchSoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooMuchSoundException() {
    super("It plays longer than allowed.");
  }
}
