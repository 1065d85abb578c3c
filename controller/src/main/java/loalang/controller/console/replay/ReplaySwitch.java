// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

/**
 * Whether residents may listen again.
 *
 * @param isOpen true if they may
 */
public record ReplaySwitch(boolean isOpen) {}
