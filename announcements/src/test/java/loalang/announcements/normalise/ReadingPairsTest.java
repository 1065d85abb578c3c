// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingPairsTest {
  private final VietnameseNormaliser normaliser = VietnameseNormaliser.standard();

  @TestFactory
  Stream<DynamicTest> every_written_form_of_the_public_set_is_spoken_as_agreed() {
    return ReadingPairs.files().stream()
        .flatMap(file -> ReadingPairs.in(file).stream())
        .map(pair -> DynamicTest.dynamicTest(pair.written(), () -> check(pair)));
  }

  private void check(ReadingPairs.Pair pair) {
    String said = ReadingPairs.spoken(normaliser, pair.written());

    assertEquals(ReadingPairs.compared(pair.spoken()), ReadingPairs.compared(said));
  }

  @Test
  void the_public_set_has_at_least_five_hundred_pairs() {
    long pairs = ReadingPairs.files().stream().mapToLong(f -> ReadingPairs.in(f).size()).sum();

    assertTrue(pairs >= 500, "pairs: " + pairs);
  }
}
