// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sound becomes a file: mono Opus in Ogg (RFC 6716, RFC 7845).
 *
 * <p>Deterministic: the same sound and comments give the same bytes on every machine and day, so
 * that the digest of a repeated notice is the same. Usable on any thread. What may not enter:
 * decisions about loudness, file paths, clocks.
 */
@NullMarked
package loalang.announcements.encode;

import org.jspecify.annotations.NullMarked;
