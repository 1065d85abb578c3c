// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One spoken sentence, coded and measured, and the folder that remembers it: a sentence the commune
 * says every day is spoken by the engine once.
 *
 * <p>Usable on any thread; blocks on the disk. What may not enter: engines, decisions about
 * loudness, other folders than the one given. A fault of the disk costs time, never a recording.
 */
@NullMarked
package loalang.announcements.sentence;

import org.jspecify.annotations.NullMarked;
