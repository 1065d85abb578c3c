// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.util.OptionalLong;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;

/** Which order a report answers, so that it need not be sent again. Pure. */
public final class Settlement {
  private Settlement() {}

  /** The sequence of the order that this report settles; empty if it settles none. */
  public static OptionalLong answered(Report report) {
    if (report instanceof Report.Accepted accepted) {
      return OptionalLong.of(accepted.sequence());
    }
    if (report instanceof Report.Refused refused) {
      return refused(refused.sequence(), refused.reason());
    }
    if (report instanceof Report.OrderObeyed obeyed) {
      return OptionalLong.of(obeyed.sequence());
    }
    if (report instanceof Report.SelfTested tested) {
      return OptionalLong.of(tested.sequence());
    }
    return report instanceof Report.OrderRefused refused
        ? refused(refused.sequence(), refused.reason())
        : OptionalLong.empty();
  }

  /** True if this report says that an order is not obeyed. */
  static boolean isRefusal(Report report) {
    return report instanceof Report.Refused || report instanceof Report.OrderRefused;
  }

  // Refused because it came too early: a later copy may be obeyed.
  private static OptionalLong refused(long sequence, RefusalReason reason) {
    return reason == RefusalReason.NOT_YET_VALID ? OptionalLong.empty() : OptionalLong.of(sequence);
  }
}
