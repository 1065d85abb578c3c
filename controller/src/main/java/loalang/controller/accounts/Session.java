// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Instant;
import loalang.controller.accounts.LoginForm.Origin;

/**
 * Somebody who is logged in.
 *
 * @param id names it in lists; it opens nothing
 * @param account who
 * @param csrfToken what a form of this session carries; empty in lists
 * @param opened when
 * @param seen when it was last used
 * @param from where it was opened
 */
public record Session(
    String id, String account, String csrfToken, Instant opened, Instant seen, Origin from) {}
