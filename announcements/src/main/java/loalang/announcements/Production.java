// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

/**
 * What came of a notice.
 *
 * @param recording the sound
 * @param report what was read how
 */
public record Production(Recording recording, ProductionReport report) {}
