// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How this pole came to its name: the claim, the verified answer, the identity kept on disk.
 *
 * <p>Secrets are readable for the owner alone and never printed. What may not enter: anything that
 * happens after the pole has a name. The starting thread only.
 */
@NullMarked
package loalang.agent.enrolment;

import org.jspecify.annotations.NullMarked;
