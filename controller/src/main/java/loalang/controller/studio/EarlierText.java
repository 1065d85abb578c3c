// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.time.Instant;

/**
 * One text of a notice, of before or of now.
 *
 * @param number from 1, the newest last
 * @param title the notice had with it
 * @param source as it was handed in
 * @param by who wrote it; empty if that was not written down
 * @param at when
 */
public record EarlierText(int number, String title, String source, String by, Instant at) {}
