// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sabotage.audio;

import java.nio.file.Path;

/** Sound that knows a file. */
public record NoisyFile(Path path) {}
