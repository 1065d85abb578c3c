// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a commune's poles are to play on one day, said beforehand so that they can do it with no
 * link.
 *
 * <p>Values only, any thread. What may not enter: sound (a plan names recordings by their digests),
 * announcement texts, how a day came to be planned.
 */
@NullMarked
package loalang.protocol.plan;

import org.jspecify.annotations.NullMarked;
