// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loalang.controller.console.sheets.Sheet.Cell;
import loalang.controller.console.sheets.Sheet.Column;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each kind of file, read again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetKindTest {
  private static final String EVERY_MARK =
      "Bữa nay ở xã Đắk Ơ, quỹ \"kỹ nghệ\" nẫng Ỷ thưởng ậ ặ ẵ ễ ợ ự";

  @Test
  void csv_opens_with_vietnamese_marks_and_runs_no_formula() {
    String text = text(SheetKind.CSV.bytes(sheet("=HYPERLINK(\"http://x\")", "-1+2", EVERY_MARK)));

    assertTrue(text.startsWith("\uFEFF\"Bản tin\",\"Số giây\"\r\n"), text);
    assertTrue(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\",12.5\r\n"), text);
    assertTrue(text.contains("\"'-1+2\",12.5\r\n"), text);
    assertTrue(text.contains("\"" + EVERY_MARK.replace("\"", "\"\"") + "\""), text);
  }

  @Test
  void a_spreadsheet_has_words_as_words_and_numbers_as_numbers() throws IOException {
    byte[] bytes = SheetKind.XLSX.bytes(sheet("=1+1", EVERY_MARK));

    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Row first = book.getSheetAt(0).getRow(4);
      assertEquals("Nhật ký", book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue());
      assertEquals(CellType.STRING, first.getCell(0).getCellType());
      assertEquals("=1+1", first.getCell(0).getStringCellValue());
      assertEquals(12.5, first.getCell(1).getNumericCellValue());
      assertEquals(EVERY_MARK, book.getSheetAt(0).getRow(5).getCell(0).getStringCellValue());
    }
  }

  @Test
  void paper_shows_every_vietnamese_mark_in_a_typeface_of_its_own() throws IOException {
    byte[] bytes = SheetKind.PDF.bytes(sheet(EVERY_MARK, "汉字 và tab\tở đây"));

    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text =
          Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFC)
              .replaceAll("\\s+", " ");
      assertTrue(text.contains(EVERY_MARK), text);
      assertTrue(text.contains("?? và tab ở đây"), text);
      assertTrue(text.contains("12,5"), text);
      for (PDPage page : document.getPages()) {
        page.getResources()
            .getFontNames()
            .forEach(name -> assertTrue(isEmbedded(page, name), name.getName()));
      }
    }
  }

  @Test
  void a_long_table_goes_on_over_pages_with_its_heads_and_loses_no_row() throws IOException {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add("dòng-" + i + "-hết");
    }

    try (PDDocument document =
        Loader.loadPDF(SheetKind.PDF.bytes(sheet(many.toArray(String[]::new))))) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(document.getNumberOfPages() > 3);
      assertTrue(many.stream().allMatch(text::contains), text);
      assertEquals(document.getNumberOfPages(), text.split("Số giây", -1).length - 1);
      assertTrue(text.contains("1/" + document.getNumberOfPages()), text);
    }
  }

  @Test
  void a_row_of_another_length_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sheet("", List.of(), List.of(new Column("a", 1)), List.of(List.of())));
  }

  @Test
  void kinds_are_known_by_their_words() {
    assertEquals(Optional.of(SheetKind.XLSX), SheetKind.of("xlsx"));
    assertEquals(Optional.empty(), SheetKind.of("doc"));
  }

  private static boolean isEmbedded(PDPage page, org.apache.pdfbox.cos.COSName name) {
    try {
      return page.getResources().getFont(name).isEmbedded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Sheet sheet(String... titles) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String title : titles) {
      rows.add(List.of(Cell.of(title), Cell.of(12.5, "12,5")));
    }
    return new Sheet(
        "Nhật ký",
        List.of("Từ 01/11/2026"),
        List.of(new Column("Bản tin", 4), new Column("Số giây", 1)),
        rows);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
