// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.shelf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanShelfTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private Path directory;
  private PlanShelf shelf;

  @BeforeEach
  void an_empty_shelf(@TempDir Path fresh) {
    directory = fresh.resolve("plans");
    shelf = new PlanShelf(directory);
  }

  private static List<LocalDate> dates(List<PlanShelf.Stored> stored) {
    return stored.stream().map(PlanShelf.Stored::date).toList();
  }

  @Test
  void a_draft_does_not_stand_until_it_is_adopted() {
    shelf.draft(MONDAY, new byte[] {1});
    assertEquals(List.of(), dates(shelf.standing()));
    assertEquals(List.of(MONDAY), dates(shelf.drafts()));
    shelf.adopt(MONDAY);
    assertEquals(List.of(), dates(shelf.drafts()));
    assertArrayEquals(new byte[] {1}, shelf.standing().get(0).envelope().toArray());
  }

  @Test
  void a_new_edition_leaves_the_old_one_in_place_until_it_is_adopted() {
    shelf.draft(MONDAY, new byte[] {1});
    shelf.adopt(MONDAY);
    shelf.draft(MONDAY, new byte[] {2, 2});
    assertArrayEquals(new byte[] {1}, shelf.standing().get(0).envelope().toArray());
    shelf.dropDraft(MONDAY);
    assertEquals(List.of(), dates(shelf.drafts()));
    shelf.remove(MONDAY);
    assertEquals(List.of(), dates(shelf.standing()));
  }

  @Test
  void the_days_come_in_their_order_and_strange_files_not_at_all() throws IOException {
    for (int day : new int[] {2, 0, 1}) {
      shelf.draft(MONDAY.plusDays(day), new byte[] {(byte) day});
      shelf.adopt(MONDAY.plusDays(day));
    }
    Files.writeString(directory.resolve("readme.jws"), "hello");
    Files.write(directory.resolve("2026-12-31.jws"), new byte[1024 * 1024 + 1]);
    assertEquals(List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2)), dates(shelf.standing()));
  }

  @Test
  void a_disk_that_takes_nothing_says_so_and_changes_nothing() throws IOException {
    shelf.draft(MONDAY, new byte[] {1});
    shelf.adopt(MONDAY);
    Files.createDirectory(directory.resolve(MONDAY + ".jws.new"));
    Files.writeString(directory.resolve(MONDAY + ".jws.new").resolve("in-the-way"), "");
    ProblemException e =
        assertThrows(ProblemException.class, () -> shelf.draft(MONDAY, new byte[] {2}));
    assertEquals("PLANS_UNUSABLE", e.problem().code());
    assertArrayEquals(new byte[] {1}, shelf.standing().get(0).envelope().toArray());
  }
}
