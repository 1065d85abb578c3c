// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who may use the office: accounts, roles, passwords, second factors, sessions, the command line's
 * token.
 *
 * <p>The only place that decides who may, by a pure rule: {@link
 * loalang.controller.accounts.Actor}. Password hashing is slow on purpose and runs on a worker;
 * sessions live on the event loop and in the database. What may not enter: HTTP.
 */
@NullMarked
package loalang.controller.accounts;

import org.jspecify.annotations.NullMarked;
