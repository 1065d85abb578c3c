// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.time.Instant;
import loalang.protocol.RecordingRef;

/**
 * What a rendering gave; its bytes are on the shelf.
 *
 * @param recording the sound
 * @param production how it was made, as JSON
 * @param made when
 */
public record Rendered(RecordingRef recording, String production, Instant made) {}
