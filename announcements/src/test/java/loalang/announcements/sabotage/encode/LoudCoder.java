// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sabotage.encode;

import loalang.announcements.audio.Mastering;

/** A coder that decides on loudness. */
public record LoudCoder(Mastering mastering) {}
