// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.replay;

import java.time.Instant;
import loalang.protocol.RecordingRef;

/**
 * A notice that sounded whole on at least one loudspeaker.
 *
 * @param key its public name: the first letters of the recording's digest, nothing of the office's
 * @param title as residents read it
 * @param text as it was handed in; empty if the notice changed since it was aired
 * @param aired when it was last to sound
 * @param recording that sounded
 */
public record AiredNotice(
    String key, String title, String text, Instant aired, RecordingRef recording) {
  private static final int KEY_LETTERS = 24;

  static AiredNotice of(String title, String text, Instant aired, RecordingRef recording) {
    String key = recording.digest().hex().substring(0, KEY_LETTERS);
    return new AiredNotice(key, title, text, aired, recording);
  }
}
