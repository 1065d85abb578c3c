// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DurableFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_shorter_content_leaves_nothing_of_a_longer_one() throws IOException {
    Path file = folder.resolve("keys");
    DurableFile.write(file, new byte[100]);

    DurableFile.write(file, new byte[] {1, 2});

    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
  }

  @Test
  void a_draft_takes_the_place_of_the_file_and_is_gone() throws IOException {
    Path draft = folder.resolve("plan.new");
    Path file = folder.resolve("plan");
    Files.writeString(file, "old");
    DurableFile.write(draft, new byte[] {'n', 'e', 'w'});

    DurableFile.place(draft, file);

    assertEquals("new", Files.readString(file));
    assertFalse(Files.exists(draft));
  }

  @Test
  void a_draft_that_is_not_there_leaves_the_file_as_it_was() throws IOException {
    Path file = folder.resolve("plan");
    Files.writeString(file, "old");

    assertThrows(
        NoSuchFileException.class, () -> DurableFile.place(folder.resolve("plan.new"), file));

    assertEquals("old", Files.readString(file));
  }

  @Test
  void a_folder_that_is_not_there_is_no_place_to_write() {
    Path file = folder.resolve("gone").resolve("keys");
    assertThrows(NoSuchFileException.class, () -> DurableFile.write(file, new byte[1]));
    assertThrows(NoSuchFileException.class, () -> DurableFile.forceFolderOf(file));
  }
}
