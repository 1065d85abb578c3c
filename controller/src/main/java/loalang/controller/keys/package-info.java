// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The commune's secrets on disk: its signing key, and how a secret file is written.
 *
 * <p>What may not enter: what is signed, and when. Blocking, used at start only. A secret is
 * readable by its owner alone, is written whole or not at all, and is never logged.
 */
@NullMarked
package loalang.controller.keys;

import org.jspecify.annotations.NullMarked;
