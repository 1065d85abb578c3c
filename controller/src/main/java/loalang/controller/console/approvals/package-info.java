// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What waits for somebody's yes: notices sent for approval, airings a rule holds back.
 *
 * <p>On the event loop. It asks rooms and shows their answers. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console.approvals;

import org.jspecify.annotations.NullMarked;
