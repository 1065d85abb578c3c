// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.io.Writer;
import java.util.function.Consumer;

/** Hears lines that are written. */
final class LineEar extends Writer {
  private final Consumer<String> ear;
  private final StringBuilder line = new StringBuilder();

  LineEar(Consumer<String> ear) {
    this.ear = ear;
  }

  @Override
  public void write(char[] letters, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (letters[i] == '\n') {
        ear.accept(line.toString());
        line.setLength(0);
      } else {
        line.append(letters[i]);
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
