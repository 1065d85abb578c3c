// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What the office may tell a pole to do: a warrant (who says so, to whom, from when until when) and
 * the order itself.
 *
 * <p>Values only, any thread. What may not enter: a question that needs an answer (a pole answers
 * with reports), sound (an order names a recording by its digest), signatures.
 */
@NullMarked
package loalang.protocol.order;

import org.jspecify.annotations.NullMarked;
