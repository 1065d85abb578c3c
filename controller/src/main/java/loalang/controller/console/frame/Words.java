// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import loalang.controller.ledger.AiringState;
import loalang.controller.plans.Readiness;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.state.Machine;
import loalang.protocol.state.SpeakerState;

/** How values are written on the page. */
public final class Words {
  /** Speakers in order. */
  public static final Comparator<SpeakerId> BY_NAME = Comparator.comparing(SpeakerId::value);

  private Words() {}

  /** Zones in order. */
  public static String zones(Collection<PagingZone> zones) {
    return zones.stream().map(PagingZone::value).sorted().collect(Collectors.joining(", "));
  }

  /** What a loudspeaker says is wrong with itself. */
  public static List<String> troubles(SpeakerState state, Texts texts) {
    List<String> troubles = new ArrayList<>();
    if (state.trouble() != null) {
      String key = "trouble." + state.trouble();
      troubles.add(texts.knows(key) ? texts.of(key) : state.trouble());
    }
    Machine machine = state.machine();
    if (machine != null && machine.runsHot()) {
      troubles.add(texts.of("one.hot"));
    }
    if (machine != null && machine.lacksVoltage()) {
      troubles.add(texts.of("one.underfed"));
    }
    return troubles;
  }

  /** Why a speaker did not play; empty if there is nothing to say. */
  public static String reason(AiringState state, Texts texts) {
    return state.reason().map(texts::reason).orElse("");
  }

  /** The style of readiness: good, still open, or bad once it is time that somebody looks. */
  public static String colour(Readiness.Level level) {
    return switch (level) {
      case READY -> "good";
      case WAITING -> "open";
      case WARNING, ALARM -> "bad";
    };
  }

  /** The style of a state: good, bad or still open. */
  public static String colour(AiringState state) {
    if (!state.isFinal()) {
      return "open";
    }
    return state.isRendered() ? "good" : "bad";
  }
}
