// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The commune's secrets on disk, which key signs, which keys poles are told to obey, and how one
 * takes the place of another.
 *
 * <p>{@code KeyDesk} and {@code KeyImport} live on the event loop; files are written on a worker.
 * What may not enter: what is signed. A secret is readable by its owner alone, is written whole or
 * not at all, and is never logged.
 */
@NullMarked
package loalang.controller.keys;

import org.jspecify.annotations.NullMarked;
