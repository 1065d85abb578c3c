// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.Report;

/** One line for each event of the pole's life, for the person who watches it. */
public final class LifeLines {
  private final PrintWriter out;
  private final SpeakerId speaker;

  /** Lines about this pole, written here. */
  public LifeLines(PrintWriter out, SpeakerId speaker) {
    this.out = out;
    this.speaker = speaker;
  }

  /** Writes a line. */
  public void say(String what) {
    out.println(speaker + " " + what);
    out.flush();
  }

  void say(Report report) {
    if (report instanceof Report.OfAiring about) {
      say("%s %s".formatted(about.airing(), words(about)));
    } else if (report instanceof Report.PlanHeld held) {
      say(
          "plan %s edition %d held: %d of %d ready"
              .formatted(
                  held.date(), held.edition(), held.plays() - held.lacking().size(), held.plays()));
    } else if (report instanceof Report.PlanRefused refused) {
      say(
          "plan %s edition %d refused: %s"
              .formatted(refused.date(), refused.edition(), refused.reason().wireName()));
    } else if (report instanceof Report.KeysAdopted adopted) {
      say("keys of %s edition %d".formatted(adopted.level().wireName(), adopted.edition()));
    } else if (report instanceof Report.OrderRefused refused) {
      say("order %d refused: %s".formatted(refused.sequence(), refused.reason().wireName()));
    } else if (report instanceof Report.OrderObeyed obeyed) {
      say("order %d obeyed".formatted(obeyed.sequence()));
    } else if (report instanceof Report.SelfTested tested) {
      say("looked itself over: " + words(tested));
    }
  }

  private static String words(Report.SelfTested tested) {
    return tested.checks().stream()
        .map(one -> one.check() + " " + one.finding().wireName())
        .collect(Collectors.joining(", "));
  }

  private static String words(Report.OfAiring report) {
    if (report instanceof Report.Refused refused) {
      return "refused: " + refused.reason().wireName();
    }
    if (report instanceof Report.Ended ended) {
      return "ended: %s, %d of %d frames"
          .formatted(ended.outcome().wireName(), ended.framesRendered(), ended.framesDue());
    }
    if (report instanceof Report.Heard heard) {
      return heard(heard);
    }
    if (report instanceof Report.Started) {
      return "started";
    }
    return report instanceof Report.Ready ? "ready" : "accepted";
  }

  private static String heard(Report.Heard heard) {
    Report.Heard.Match chirp = heard.chirp();
    String found =
        chirp == null
            ? "not heard"
            : "heard: chirp %d %% after %d ms"
                .formatted(chirp.correlationPercent(), chirp.offsetMillis());
    String room = heard.roomDbfs() == null ? "" : ", room " + heard.roomDbfs() + " dBFS";
    String howl = heard.howling() ? ", howling" : "";
    return "%s, programme %d dBFS%s%s".formatted(found, heard.programmeDbfs(), room, howl);
  }
}
