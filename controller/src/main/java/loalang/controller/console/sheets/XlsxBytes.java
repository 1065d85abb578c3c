// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Office Open XML workbook with one sheet. Words are strings, so nothing becomes a formula. */
final class XlsxBytes {
  private static final int LONGEST_CELL = 32_767;

  private XlsxBytes() {}

  static byte[] of(Sheet sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Loa Lang", null)) {
      Worksheet page = book.newWorksheet("Loa");
      int row = above(page, sheet);
      for (int column = 0; column < sheet.columns().size(); column++) {
        page.value(row, column, sheet.columns().get(column).head());
        page.style(row, column).bold().set();
        page.width(column, Math.min(60, 4.0 + 2 * sheet.columns().get(column).width()));
      }
      page.freezePane(0, row + 1);
      for (List<Sheet.Cell> cells : sheet.rows()) {
        row++;
        for (int column = 0; column < cells.size(); column++) {
          put(page, row, column, cells.get(column));
        }
      }
    }
    return bytes.toByteArray();
  }

  private static int above(Worksheet page, Sheet sheet) {
    page.value(0, 0, sheet.title());
    page.style(0, 0).bold().fontSize(14).set();
    int row = 1;
    for (String remark : sheet.remarks()) {
      page.value(row++, 0, remark);
    }
    return row + 1;
  }

  private static void put(Worksheet page, int row, int column, Sheet.Cell cell) {
    if (cell instanceof Sheet.Figure number) {
      page.value(row, column, number.value());
    } else {
      String words = cell.shown();
      page.value(row, column, words.substring(0, Math.min(words.length(), LONGEST_CELL)));
    }
  }
}
