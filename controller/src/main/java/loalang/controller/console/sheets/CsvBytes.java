// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets
 * take Vietnamese for another code page. Words that a spreadsheet would take for a formula get an
 * apostrophe before them (OWASP, CSV injection).
 */
final class CsvBytes {
  private static final String MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\t\r";

  private CsvBytes() {}

  static byte[] of(Sheet sheet) {
    StringBuilder text = new StringBuilder(MARK);
    line(text, sheet.columns().stream().map(column -> words(column.head())).toList());
    for (List<Sheet.Cell> row : sheet.rows()) {
      line(text, row.stream().map(CsvBytes::cell).toList());
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(","))).append("\r\n");
  }

  private static String cell(Sheet.Cell cell) {
    return cell instanceof Sheet.Figure number ? plain(number.value()) : words(cell.shown());
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String words(String words) {
    String safe = !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
