// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.walls.sabotage;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Wrong on purpose: the office has no jobs of its own. */
public final class OtherJob implements Job {
  @Override
  public void execute(JobExecutionContext context) {
    throw new UnsupportedOperationException("never run");
  }
}
