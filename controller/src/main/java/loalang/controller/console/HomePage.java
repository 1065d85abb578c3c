// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

/**
 * The page.
 *
 * @param communeName as officers read it
 * @param account who looks
 * @param csrfToken for its forms
 * @param live what changes
 */
public record HomePage(String communeName, String account, String csrfToken, LivePart live) {}
