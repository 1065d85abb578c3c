// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Documents made by other programs' libraries, in the words of an invented commune. */
final class SampleDocuments {
  private SampleDocuments() {}

  static byte[] word(List<String> paragraphs, String... row) throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      if (row.length > 0) {
        XWPFTable table = word.createTable(1, row.length);
        for (int i = 0; i < row.length; i++) {
          table.getRow(0).getCell(i).setText(row[i]);
        }
      }
      for (String paragraph : paragraphs) {
        word.createParagraph().createRun().setText(paragraph);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      word.write(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  static byte[] openDocument(String body) throws IOException {
    return zip(
        "content.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>
        """
            + body
            + "</office:body></office:document-content>");
  }

  static PDDocument pdf(List<List<String>> pages) throws IOException {
    PDDocument pdf = new PDDocument();
    PDType0Font font;
    // PDFBox ships this font; it has every Vietnamese letter.
    try (InputStream file =
        PDDocument.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      font = PDType0Font.load(pdf, java.util.Objects.requireNonNull(file));
    }
    for (List<String> lines : pages) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(font, 11);
        content.setLeading(16);
        content.newLineAtOffset(50, 740);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
    }
    return pdf;
  }

  static byte[] saved(PDDocument pdf) throws IOException {
    try (pdf) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] lockedPdf() throws IOException {
    PDDocument pdf = pdf(List.of(List.of("bí mật")));
    pdf.protect(new StandardProtectionPolicy("chủ", "khách", new AccessPermission()));
    return saved(pdf);
  }
}
