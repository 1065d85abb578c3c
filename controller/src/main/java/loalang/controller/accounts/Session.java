// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Instant;

/**
 * Somebody who is logged in.
 *
 * @param account who
 * @param csrfToken what a form of this session carries
 * @param expires when it ends
 */
public record Session(String account, String csrfToken, Instant expires) {}
