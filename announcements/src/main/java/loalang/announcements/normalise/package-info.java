// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Reading: written Vietnamese in, the words an announcer says out.
 *
 * <p>The doors are {@code VietnameseNormaliser}, {@code Dictionary} and {@code Dialect}; each class
 * of written form has a {@code Room} of its own. What may not enter: files other than the tables
 * beside this class, clocks, chance, engines. Pure, so any thread.
 */
@NullMarked
package loalang.announcements.normalise;

import org.jspecify.annotations.NullMarked;
