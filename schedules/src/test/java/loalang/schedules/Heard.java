// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import loalang.protocol.Problem;

/** A listener that writes down when it heard what. */
final class Heard implements CueListener {
  final List<String> cues = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();
  private final InstantSource now;

  Heard(InstantSource now) {
    this.now = now;
  }

  @Override
  public void onCue(Cue cue) {
    cues.add(now.instant() + " " + cue.id());
  }

  @Override
  public void onSkipped(Cue cue, Problem why) {
    skipped.add(cue.id() + " " + why.code());
  }
}
