// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Documents in, text out: what an official letter says, and which of it the loudspeaker says.
 *
 * <p>The doors are {@code DocumentImport} (bytes to {@code Document}) and {@code Document} itself.
 * What may not enter: paths, networks, external entities, rules of reading. Reading a file may
 * block for seconds: the caller brings a worker thread.
 */
@NullMarked
package loalang.announcements.document;

import org.jspecify.annotations.NullMarked;
