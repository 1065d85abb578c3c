// SPDX-License-Identifier: GPL-3.0-or-later
/** Classes that are wrong on purpose: each climbs over one wall. Never used otherwise. */
@NullMarked
package loalang.agent.plans.sabotage;

import org.jspecify.annotations.NullMarked;
