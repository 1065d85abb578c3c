// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Long papers cut into episodes, short ones said twice: how much is said at one time.
 *
 * <p>The doors are {@code EpisodeSplitter}, {@code ReadingTime} and the values they take and give.
 * What may not enter: when an episode is broadcast, audio, files. Pure, so any thread.
 */
@NullMarked
package loalang.announcements.episode;

import org.jspecify.annotations.NullMarked;
