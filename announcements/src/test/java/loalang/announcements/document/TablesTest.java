// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table is said row by row, each cell behind the name of its column. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TablesTest {

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Thôn;Giờ/Đông;7h30/Đoài;8h                | Thôn: Đông ¦ Giờ: 7h30/Thôn: Đoài ¦ Giờ: 8h
          STT;Thôn;Giờ/1;Đông;7h/2;Đoài;            | 1. Thôn: Đông ¦ Giờ: 7h/2. Thôn: Đoài
          Thôn;Giờ/Thôn Đông;7h/Thôn Đoài;8h        | Thôn Đông ¦ Giờ: 7h/Thôn Đoài ¦ Giờ: 8h
          Đông;7h/Đoài;8h                           | Đông ¦ 7h/Đoài ¦ 8h
          Thôn;Giờ/Đông;7h                          | Thôn ¦ Giờ/Đông ¦ 7h
          Thôn;Giờ/Đông;sáng/Đoài;chiều             | Thôn ¦ Giờ/Đông ¦ sáng/Đoài ¦ chiều
          Thôn 1;Giờ/Đông;7h/Đoài;8h                | Thôn 1 ¦ Giờ/Đông ¦ 7h/Đoài ¦ 8h
          UBND XÃ;CỘNG HÒA/Số: 3;Tân Lập/-;- | UBND XÃ ¦ CỘNG HÒA/Số: 3 ¦ Tân Lập/- ¦ -
          Chú ý/Mang thẻ                            | Chú ý/Mang thẻ
          """)
  void a_word_table_is_rows_of_words(String rows, String lines) throws IOException {
    String expected = lines.strip().replace("¦", "|").replace('/', '\n') + "\n";

    assertEquals(expected, text(word(rows)));
  }

  @Test
  void a_row_marked_as_heading_needs_no_further_signs() throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      XWPFTable table = table(word, "Tên;Việc/Lan;trực");
      table.getRow(0).setRepeatHeader(true);

      assertEquals("Tên: Lan | Việc: trực\n", text(word));
    }
  }

  @Test
  void a_web_table_with_headings_is_said_with_them() {
    String html =
        "<table><tr><th>Thôn</th><th>Giờ <b>tiêm</b></th></tr>"
            + "<tr><td>Đông</td><td><p>7h</p><p>đến 8h</p></td></tr></table>";

    assertEquals("Thôn: Đông | Giờ tiêm: 7h đến 8h\n", text("a.html", html));
  }

  @Test
  void an_open_document_table_with_heading_rows_is_said_with_them() throws IOException {
    String cell = "<table:table-cell><text:p>%s</text:p></table:table-cell>";
    String head = "<table:table-row>" + cell.formatted("Thôn") + cell.formatted("Giờ");
    String body = "<table:table-row>" + cell.formatted("Đông") + cell.formatted("7h");
    byte[] odt =
        SampleDocuments.openDocument(
            "<table:table><table:table-header-rows>"
                + head
                + "</table:table-row></table:table-header-rows>"
                + body
                + "</table:table-row></table:table>");

    assertEquals("Thôn: Đông | Giờ: 7h\n", DocumentImport.standard().read("a.odt", odt).text());
  }

  @Test
  void a_table_in_a_cell_is_words_of_the_cell() {
    String html =
        "<table><tr><td>Ngoài</td><td><table><tr><td>a</td><td>b</td></tr></table>"
            + "</td></tr></table>";

    assertEquals("Ngoài | a b\n", text("a.html", html));
  }

  @Test
  void numbered_lists_of_the_web_keep_their_numbers() {
    String html =
        "<ol start=3><li>ba</li><li>bốn<ul><li>gạch</li></ul></li></ol><ol type=a><li>a</li></ol>";

    assertEquals("3. ba\n4. bốn\n- gạch\na) a\n", text("a.html", html));
  }

  @Test
  void front_matter_and_footers_are_not_text() {
    assertEquals("Họp thôn\n", text("a.md", "---\ntitle: x\nzones: [a]\n---\n# Họp thôn\n"));
    assertEquals("a\n---b\n", text("a.txt", "a\n---b\n"));
    assertEquals("x\nHọp\n", text("a.md", "---\n\nx\n\nHọp\n"));
    assertEquals(
        "Họp\n", text("a.html", "<p>Họp<sup><a href=#n>1</a></sup></p><footer>x</footer>"));
  }

  private static String text(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return DocumentImport.standard().read(name, bytes).text();
  }

  private static XWPFDocument word(String rows) {
    XWPFDocument word = new XWPFDocument();
    table(word, rows);
    return word;
  }

  private static XWPFTable table(XWPFDocument word, String rows) {
    String[] lines = rows.strip().split("/", -1);
    XWPFTable table = word.createTable(lines.length, lines[0].split(";", -1).length);
    for (int row = 0; row < lines.length; row++) {
      String[] cells = lines[row].split(";", -1);
      for (int cell = 0; cell < cells.length; cell++) {
        table.getRow(row).getCell(cell).setText(cells[cell]);
      }
    }
    return table;
  }

  private static String text(XWPFDocument word) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    word.write(bytes);
    return DocumentImport.standard().read("a.docx", bytes.toByteArray()).text();
  }
}
