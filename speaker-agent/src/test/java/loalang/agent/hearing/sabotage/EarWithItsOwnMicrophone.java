// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing.sabotage;

import loalang.agent.playback.AudioOutput;

/** An ear that knows devices. */
public final class EarWithItsOwnMicrophone {
  private EarWithItsOwnMicrophone() {}

  static String device(AudioOutput output) {
    return output.describe();
  }
}
