// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Brings a neural voice onto this machine: from its publisher's address or from a folder.
 *
 * <p>Door: {@code VoiceInstaller}. Nothing is visible to an engine before all of it is there and
 * its digest is right; what was fetched before a line broke is not fetched again. What may not
 * enter: engines, sound, keys. Blocks the caller's thread.
 */
@NullMarked
package loalang.announcements.install;

import org.jspecify.annotations.NullMarked;
