// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loalang.protocol.SpeakerId;

/**
 * Several poles that end together.
 *
 * @param all of them
 */
record Poles(List<BenchPole> all) implements AutoCloseable {

  static Poles putUp(BenchOffice office, Path folder, int count) throws Exception {
    List<BenchPole> poles = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      poles.add(new BenchPole(office, folder, new SpeakerId("cot-" + i), office.port()));
    }
    return new Poles(poles);
  }

  @Override
  public void close() {
    all.forEach(BenchPole::close);
  }
}
