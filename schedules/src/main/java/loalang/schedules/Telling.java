// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what was decided, one after the other. On a thread of the clockwork. */
record Telling(CueListener listener) {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleBook.class);

  void tell(List<CueDecision> decisions) {
    decisions.forEach(this::tell);
  }

  private void tell(CueDecision decision) {
    try {
      if (decision instanceof CueDecision.Skip skip) {
        LOG.warn("cue={} skipped: {}", skip.cue().id(), skip.why());
        listener.onSkipped(skip.cue(), skip.why());
      } else if (decision instanceof CueDecision.Told told) {
        if (told.tell()) {
          listener.onMoment(told.cue(), told.moment());
        }
      } else {
        fire(decision.cue());
      }
    } catch (RuntimeException e) {
      // One listener's fault must not silence the other cues of this instant.
      LOG.error("cue={} CUE_LISTENER_FAILED", decision.cue().id(), e);
    }
  }

  private void fire(Cue cue) {
    cue.terms()
        .relay()
        .ifPresentOrElse(relay -> listener.onRelay(cue, relay), () -> listener.onCue(cue));
  }
}
