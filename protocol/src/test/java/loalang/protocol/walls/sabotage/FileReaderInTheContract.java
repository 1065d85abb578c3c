// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.walls.sabotage;

import java.nio.file.Path;

/** Wrong on purpose. */
public record FileReaderInTheContract(Path path) {}
