// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.sent;

import java.nio.file.Path;

/**
 * A sound file that somebody sent.
 *
 * @param name as it was called there, for messages
 * @param file where it lies; whoever took it in takes it away
 */
public record SentSound(String name, Path file) {}
