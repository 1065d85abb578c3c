// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.client;

import java.util.Map;

/** How a step of an airing reads on a terminal: Vietnamese first. */
public final class Steps {
  private static final Map<String, String> WORDS =
      Map.of(
          "expected", "đã gửi lệnh / ordered",
          "accepted", "đã nhận lệnh / accepted",
          "ready", "đã có bản ghi / ready",
          "started", "đang phát / started",
          "played", "đã phát đủ / played",
          "partial", "phát dở / partial",
          "pre-empted", "nhường sóng / pre-empted",
          "skipped", "bỏ qua / skipped",
          "failed", "hỏng / failed",
          "missing", "mất tin / missing");

  private Steps() {}

  /** One line. */
  public static String line(AiringWatch.Step step) {
    String words = WORDS.getOrDefault(step.state(), step.state());
    String frames =
        step.framesDue() == 0
            ? ""
            : "  %,d/%,d khung / frames".formatted(step.framesRendered(), step.framesDue());
    String reason = step.reason().isEmpty() ? "" : "  (" + step.reason() + ")";
    return "  %-16s %s%s%s".formatted(step.speaker(), words, frames, reason);
  }
}
