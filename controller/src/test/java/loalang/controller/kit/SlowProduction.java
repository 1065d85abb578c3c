// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.util.function.Consumer;
import loalang.announcements.Production;
import loalang.announcements.voice.Voices;
import loalang.controller.studio.NoticeProduction;

/**
 * A bell that is struck after something else was done.
 *
 * @param before is done with every task that is spoken
 */
public record SlowProduction(Consumer<NoticeProduction.Task> before) implements NoticeProduction {
  private static final BellProduction BELL = new BellProduction();

  @Override
  public Voices voices() {
    return BELL.voices();
  }

  @Override
  public Production produce(Task task) {
    before.accept(task);
    return BELL.produce(task);
  }

  @Override
  public Production produce(Recorded recorded) {
    return BELL.produce(recorded);
  }
}
