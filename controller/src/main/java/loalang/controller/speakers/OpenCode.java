// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.time.Instant;

/** A claim code, known by its hash, and when it closes. */
record OpenCode(String codeHash, Instant expires) {}
