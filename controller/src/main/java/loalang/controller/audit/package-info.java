// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who did what, when, to what, from where: a log that only grows.
 *
 * <p>Each row holds the digest of the one before it, so that a changed or missing row is found. A
 * row is written in the transaction of the deed itself. What may not enter: secrets, texts of
 * notices, decisions. Stores block; the desk is on the event loop.
 */
@NullMarked
package loalang.controller.audit;

import org.jspecify.annotations.NullMarked;
