// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sentence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import loalang.announcements.audio.Levels;
import loalang.announcements.encode.CodedSound;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentenceCacheTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

  @TempDir private Path folder = Path.of("");

  @Test
  void a_sentence_comes_back_as_it_was_kept_also_after_a_restart() {
    cache(10_000).keep(key("a"), sentence(7));

    CodedSentence found = cache(10_000).find(key("a")).orElseThrow();

    CodedSentence kept = sentence(7);
    assertEquals(kept.speechSamples(), found.speechSamples());
    assertEquals(kept.samples(), found.samples());
    assertArrayEquals(kept.levels().hopPowers(), found.levels().hopPowers());
    assertEquals(kept.levels().truePeak(), found.levels().truePeak());
    assertEquals(kept.sound().packets().size(), found.sound().packets().size());
    assertArrayEquals(kept.sound().packets().get(1), found.sound().packets().get(1));
  }

  @Test
  void what_was_never_kept_is_not_found() {
    assertTrue(cache(10_000).find(key("a")).isEmpty());
  }

  @Test
  void keys_tell_apart_what_sounds_different() {
    assertNotEquals(key("a"), key("b"));
    assertNotEquals(SentenceKey.of(List.of("ab", "c")), SentenceKey.of(List.of("a", "bc")));
    assertEquals(key("a"), key("a"));
  }

  @Test
  void a_file_cut_off_anywhere_is_no_sentence_and_goes() throws IOException {
    cache(10_000).keep(key("a"), sentence(7));
    Path file = only();
    byte[] whole = Files.readAllBytes(file);

    for (int length = 0; length < whole.length; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(cache(10_000).find(key("a")).isEmpty());
      assertFalse(Files.exists(file));
    }
  }

  @Test
  void a_bit_that_fell_over_is_noticed() throws IOException {
    cache(10_000).keep(key("a"), sentence(7));
    Path file = only();
    byte[] whole = Files.readAllBytes(file);

    for (int i = 0; i < whole.length; i++) {
      byte[] bad = whole.clone();
      bad[i] ^= 4;
      Files.write(file, bad);
      assertTrue(cache(10_000).find(key("a")).isEmpty(), "byte " + i);
    }
  }

  @Test
  void what_was_not_asked_for_longest_goes_first_when_the_folder_is_full() throws IOException {
    int size = SentenceBytes.of(sentence(0)).length;
    SentenceCache cache = cache(size * 5L);
    for (String name : List.of("a", "b", "c", "d", "e")) {
      cache.keep(key(name), sentence(0));
      later();
    }
    assertTrue(cache.find(key("a")).isPresent());
    later();

    cache.keep(key("f"), sentence(0));

    assertTrue(cache.find(key("a")).isPresent());
    assertTrue(cache.find(key("b")).isEmpty());
    assertTrue(cache.find(key("f")).isPresent());
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.count() <= 5);
    }
  }

  @Test
  void what_a_crash_left_half_written_is_cleared_away() throws IOException {
    Path left = Files.writeString(folder.resolve("x.part"), "half");
    Files.setLastModifiedTime(left, FileTime.from(NOON.minusSeconds(3_600)));
    Path young = Files.writeString(folder.resolve("y.part"), "being written");
    Files.setLastModifiedTime(young, FileTime.from(NOON));

    cache(10_000);

    assertFalse(Files.exists(left));
    assertTrue(Files.exists(young));
  }

  @Test
  void a_folder_that_cannot_be_costs_nothing_but_time() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    SentenceCache cache = SentenceCache.in(notAFolder, 10_000, now::get);

    cache.keep(key("a"), sentence(1));

    assertTrue(cache.find(key("a")).isEmpty());
  }

  @Test
  void a_cache_of_nothing_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> SentenceCache.in(folder, 0));
  }

  private SentenceCache cache(long maxBytes) {
    return SentenceCache.in(folder, maxBytes, now::get);
  }

  private void later() {
    now.updateAndGet(instant -> instant.plusSeconds(10));
  }

  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private static SentenceKey key(String name) {
    return SentenceKey.of(List.of(name));
  }

  private static CodedSentence sentence(int seed) {
    byte[] packet = {1, 2, (byte) seed};
    return new CodedSentence(
        CodedSound.of(List.of(packet, new byte[] {9, 9})),
        Levels.of(new double[] {0.25, 0.125 * seed}, 0.5),
        1_000,
        3_200);
  }
}
