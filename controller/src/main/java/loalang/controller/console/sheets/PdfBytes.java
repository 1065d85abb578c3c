// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A document of A4 pages lying on their long side, with the console's typeface in it. */
final class PdfBytes {
  private PdfBytes() {}

  static byte[] of(Sheet sheet) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfPaper paper =
          new PdfPaper(document, font(document, "Regular"), font(document, "SemiBold"));
      document.getDocumentInformation().setTitle(sheet.title());
      document.getDocumentCatalog().setLanguage("vi");
      PdfTable table = new PdfTable(paper, sheet.columns());
      table.begin(sheet.title(), sheet.remarks());
      for (List<Sheet.Cell> row : sheet.rows()) {
        table.row(row);
      }
      paper.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static PDFont font(PDDocument document, String weight) throws IOException {
    try (InputStream file =
        PdfBytes.class.getResourceAsStream("/fonts/BeVietnamPro-" + weight + ".ttf")) {
      return PDType0Font.load(document, Objects.requireNonNull(file), true);
    }
  }
}
