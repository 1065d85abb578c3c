// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The plans on the disk: each the signed bytes it came in, to be verified again at every start.
 *
 * <p>A file has its name only when its bytes are on the disk. What may not enter: what a plan says;
 * it stores bytes under dates. The agent thread only.
 */
@NullMarked
package loalang.agent.shelf;

import org.jspecify.annotations.NullMarked;
