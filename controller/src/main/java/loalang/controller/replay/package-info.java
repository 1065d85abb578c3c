// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What residents may hear again: notices that were really aired, once the office opened the door.
 *
 * <p>On the event loop; copies are made on the pool {@code replay}. Strangers ask here, so nothing
 * that is not already public leaves. What may not enter: emergencies, names of the office's own.
 */
@NullMarked
package loalang.controller.replay;

import org.jspecify.annotations.NullMarked;
