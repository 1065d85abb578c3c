// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How a new pole joins: the claim ticket a technician carries, the pole's request, the office's
 * grant.
 *
 * <p>Values only, any thread. What may not enter: private keys, storage, who may hand out tickets.
 */
@NullMarked
package loalang.protocol.enrolment;

import org.jspecify.annotations.NullMarked;
