// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.util.Optional;
import loalang.controller.approval.NoticeVersion;
import org.jdbi.v3.core.Handle;

/**
 * Which words and sounds somebody who approves a notice answers for. Blocking, in a transaction.
 */
public interface WholeNotice {
  /** All that may be heard of the notice; empty if it has no recording. */
  Optional<NoticeVersion> of(Handle handle, NoticeCard card);
}
