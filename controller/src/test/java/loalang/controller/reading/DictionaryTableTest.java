// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loalang.announcements.normalise.Dialect;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DictionaryTableTest {
  private static final DictionaryRow CENTRE =
      new DictionaryRow("QLX", "trung tâm", "next=y tế", "xã");
  private static final DictionaryRow TOWN = new DictionaryRow("QLX", "thị trấn", "", "");

  @ParameterizedTest(name = "{0}: row {1}, column {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'HTX\thợp tác xã\n#\n\nKM5\tki lô mét 5'          | 4 | 2",
        "'HTX\tHợp tác xã'                                  | 1 | 2",
        "'HTX\t'                                            | 1 | 2",
        "'HTX'                                              | 1 | 2",
        "'\thợp tác xã'                                     | 1 | 1",
        "'HTX\thợp tác xã\tbeside=nông'                     | 1 | 3",
        "'HTX\thợp tác xã\tnext=a, next=b'                  | 1 | 3",
        "'A1\ta một\nHTX\thợp tác xã\t\tnguồn\tthừa'        | 2 | 5",
        "'A\ta\nB\tb\nC\tc\nD\tđ 4\nE\te'                   | 4 | 2"
      })
  void a_bad_row_is_named_with_its_column(String table, int row, int column) {
    Problem problem = refused(table);

    assertEquals("DICTIONARY_LINE_INVALID", problem.code());
    assertTrue(
        problem.whatHappened().startsWith("Row %d, column %d (".formatted(row, column)),
        problem.whatHappened());
  }

  @Test
  void a_form_longer_than_the_reader_takes_is_the_first_column_s_fault() {
    assertTrue(refused("x".repeat(81) + "\ta").whatHappened().contains("column 1 (written)"));
  }

  @Test
  void what_would_make_another_table_of_it_is_refused() {
    List<DictionaryRow> sly =
        List.of(
            new DictionaryRow("HTX", "hợp tác xã\nUBND\tkẻ trộm", "", ""),
            new DictionaryRow("# HTX", "hợp tác xã", "", ""),
            new DictionaryRow("HTX", "hợp tác xã", "next=a,b\tnguồn", ""),
            new DictionaryRow("HTX", "hợp tác xã", "", "dòng\nmới\tkhác"),
            new DictionaryRow("HTX", "hợp tác xã", "", "n".repeat(401)));
    for (DictionaryRow row : sly) {
      assertThrows(ProblemException.class, () -> DictionaryTable.checked(row), row.toString());
    }
  }

  @Test
  void two_rows_for_the_same_neighbours_contradict_each_other() {
    Problem problem = refused("HTX\thợp tác xã\n\nHTX\thạ tầng xã\n");

    assertEquals("DICTIONARY_ROW_TWICE", problem.code());
    assertTrue(problem.whatHappened().contains("Rows 1 and 3"), problem.whatHappened());
  }

  @Test
  void more_rows_than_a_commune_needs_are_refused() {
    assertEquals("DICTIONARY_FULL", refused(rows(DictionaryTable.MAX_ROWS + 1)).code());
  }

  @Test
  void the_largest_dictionary_is_read_and_its_last_row_still_checked() {
    int most = DictionaryTable.MAX_ROWS;
    assertEquals(most, DictionaryTable.read(rows(most)).size());

    Problem problem = refused(rows(most - 1) + "LAST\tbài 1\n");
    assertTrue(problem.whatHappened().startsWith("Row 5000, column 2"), problem.whatHappened());
  }

  @Test
  void a_table_given_out_is_read_again_as_it_was() {
    List<DictionaryRow> rows = List.of(CENTRE, TOWN);

    assertEquals(rows, DictionaryTable.read(DictionaryTable.text(List.of(TOWN, CENTRE))));
  }

  @Test
  void a_table_from_another_system_may_begin_with_a_mark_and_be_decomposed() {
    String decomposed = Normalizer.normalize("hợp tác xã", Normalizer.Form.NFD);

    List<DictionaryRow> rows = DictionaryTable.read("\uFEFFHTX\t" + decomposed + "\r\n");

    assertEquals(List.of(new DictionaryRow("HTX", "hợp tác xã", "", "")), rows);
  }

  @Test
  void the_row_that_needs_a_neighbour_is_asked_before_the_one_that_always_holds() {
    VietnameseNormaliser reader =
        VietnameseNormaliser.with(
            DictionaryTable.dictionary(List.of(TOWN, CENTRE)), Dialect.VI_NORTH);

    assertEquals(
        "họp ở trung tâm y tế và thị trấn.",
        reader.read("Họp ở QLX y tế và QLX.").sentences().get(0).spoken());
  }

  private static String rows(int count) {
    List<String> rows = new ArrayList<>(IntStream.range(0, count).mapToObj(i -> "KX" + i).toList());
    return rows.stream().map(form -> form + "\tkhu xóm\n").collect(Collectors.joining());
  }

  private static Problem refused(String table) {
    return assertThrows(ProblemException.class, () -> DictionaryTable.read(table)).problem();
  }
}
