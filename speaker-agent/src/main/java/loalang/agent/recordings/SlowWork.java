// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what takes long away from the agent thread, and brings the answer back to it. */
public interface SlowWork {
  /** Runs the work, one after the other; the answer is told on the agent thread. */
  <T> void run(Supplier<T> work, Consumer<T> then);
}
