// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import loalang.announcements.Notice;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Production;
import loalang.announcements.ProductionSettings;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.Script;
import loalang.announcements.voice.Language;

/**
 * A production line whose reader gives out the script that was prepared. The line reads a notice by
 * its own reader on the thread that asks it, so the script waits on that thread; if ever it is not
 * what was spoken, that is a bug and loud.
 */
public final class PreparedProduction implements NoticeProduction {
  private final Map<Thread, Script> prepared = new ConcurrentHashMap<>();
  private final Function<Notice, Production> line;

  /**
   * A line with these settings.
   *
   * @param settings its readers of Vietnamese and English are not asked
   */
  public PreparedProduction(ProductionSettings settings) {
    Normaliser reader =
        written -> Objects.requireNonNull(prepared.get(Thread.currentThread()), "no script");
    this.line =
        ProduceAnnouncement.create(
                settings
                    .withReader(Language.VIETNAMESE, reader)
                    .withReader(Language.ENGLISH, reader))
            ::produce;
  }

  @Override
  public Production produce(Notice notice, Script script) {
    prepared.put(Thread.currentThread(), script);
    try {
      Production made = line.apply(notice);
      if (!made.report().script().equals(script)) {
        throw new IllegalStateException("Something else was spoken than what was shown.");
      }
      return made;
    } finally {
      prepared.remove(Thread.currentThread());
    }
  }
}
