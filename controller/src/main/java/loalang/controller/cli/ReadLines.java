// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.ScriptSentence;

/**
 * Reads lines of {@code id<TAB>written} and writes {@code id<TAB>spoken}, one at a time: what it
 * holds does not grow with their number.
 *
 * @param reader reads each line by itself
 */
record ReadLines(Normaliser reader) {

  void copy(BufferedReader in, PrintWriter out) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int tab = line.indexOf('\t');
        String id = tab < 0 ? "" : line.substring(0, tab);
        out.println(id + "\t" + spoken(line.substring(tab + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String spoken(String written) {
    return reader.read(written).sentences().stream()
        .map(ScriptSentence::spoken)
        .collect(Collectors.joining(" "));
  }
}
