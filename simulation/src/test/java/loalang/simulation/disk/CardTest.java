// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A card keeps what it promised to keep, and loses the rest in every way there is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CardTest {
  private static Card card(long seed) {
    return new Card(1_000, new SplittableRandom(seed), () -> 0);
  }

  private static FileChannel opened(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  @Test
  void what_was_written_can_be_read_listed_moved_and_deleted() throws IOException {
    // Given
    Path root = card(1).root();
    Files.createDirectory(root.resolve("plans"));

    // When
    Files.writeString(root.resolve("plans/2026-11-23.jws.new"), "plan");
    Files.move(
        root.resolve("plans/2026-11-23.jws.new"),
        root.resolve("plans/2026-11-23.jws"),
        StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(root.resolve("plans/note.txt"), "x");
    Files.delete(root.resolve("plans/note.txt"));

    // Then
    assertEquals("plan", Files.readString(root.resolve("plans/2026-11-23.jws")));
    List<String> names = new ArrayList<>();
    try (var files = Files.newDirectoryStream(root.resolve("plans"), "*.{jws,txt}")) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    assertEquals(List.of("2026-11-23.jws"), names);
    assertThrows(NoSuchFileException.class, () -> Files.readString(root.resolve("plans/note.txt")));
  }

  @Test
  void forced_bytes_outlive_every_power_cut_and_unforced_ones_meet_every_fate() throws IOException {
    TreeSet<String> fates = new TreeSet<>();
    for (int seed = 0; seed < 200; seed++) {
      // Given
      Card card = card(seed);
      Path file = card.root().resolve("journal");
      try (FileChannel channel = opened(file)) {
        channel.write(ByteBuffer.wrap("kept.".getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
        forceFolder(card.root());
        channel.write(ByteBuffer.wrap("lost?".getBytes(StandardCharsets.UTF_8)));
      }

      // When
      card.powerCut();

      // Then
      String left = Files.readString(file);
      assertTrue(left.startsWith("kept."), left);
      fates.add(left.substring(5));
    }
    assertTrue(fates.containsAll(List.of("", "lost?", "lo")), fates::toString);
  }

  @Test
  void a_name_outlives_a_power_cut_only_if_its_folder_was_forced() throws IOException {
    boolean forgotten = false;
    for (int seed = 0; seed < 50; seed++) {
      Card card = card(seed);
      Files.writeString(card.root().resolve("old"), "old");
      forceFolder(card.root());
      Files.writeString(card.root().resolve("new"), "new");

      card.powerCut();

      assertTrue(Files.exists(card.root().resolve("old")));
      forgotten |= !Files.exists(card.root().resolve("new"));
    }
    assertTrue(forgotten);
  }

  @Test
  void a_killed_process_loses_nothing_that_it_wrote() throws IOException {
    Card card = card(1);
    Files.writeString(card.root().resolve("note"), "written, not forced");

    card.processEnded();

    assertEquals("written, not forced", Files.readString(card.root().resolve("note")));
  }

  @Test
  void the_power_goes_in_the_middle_of_a_write_and_nothing_more_is_written() throws IOException {
    // Given
    Card card = card(3);
    Path file = card.root().resolve("journal");
    try (FileChannel channel = opened(file)) {
      card.lightFuse(1);
      channel.write(ByteBuffer.wrap(new byte[10]));

      // When
      assertThrows(PowerCut.class, () -> channel.write(ByteBuffer.wrap(new byte[10])));

      // Then
      assertThrows(PowerCut.class, () -> channel.force(true));
      assertTrue(Files.size(file) <= 20);
    }
  }

  @Test
  void a_full_card_takes_no_more_and_keeps_what_it_has() throws IOException {
    Card card = card(1);
    Path file = card.root().resolve("big");
    Files.write(file, new byte[900]);

    assertThrows(IOException.class, () -> Files.write(card.root().resolve("more"), new byte[101]));

    assertEquals(100, card.usableBytes());
    assertArrayEquals(new byte[900], Files.readAllBytes(file));
  }

  @Test
  void a_file_cut_shorter_is_whole_or_short_after_a_power_cut() throws IOException {
    TreeSet<Long> sizes = new TreeSet<>();
    for (int seed = 0; seed < 60; seed++) {
      Card card = card(seed);
      Path file = card.root().resolve("journal");
      byte[] ones = new byte[8];
      Arrays.fill(ones, (byte) 1);
      try (FileChannel channel = opened(file)) {
        channel.write(ByteBuffer.wrap(ones));
        channel.force(true);
        forceFolder(card.root());
        channel.truncate(3);
      }

      card.powerCut();

      sizes.add(Files.size(file));
      assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("\0"));
    }
    assertEquals(new TreeSet<>(List.of(3L, 8L)), sizes);
  }
}
