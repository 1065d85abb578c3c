// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import loalang.protocol.ProblemException;

/**
 * Takes in .docx, .odt, .pdf with a text layer, .html, .md and .txt. What the bytes are counts more
 * than what the file is called. Holds no state; blocks while it reads.
 */
public final class DocumentImport {
  private final DocumentLimits limits;

  private DocumentImport(DocumentLimits limits) {
    this.limits = limits;
  }

  /** With the usual limits. */
  public static DocumentImport standard() {
    return new DocumentImport(DocumentLimits.standard());
  }

  /** With limits of one's own. */
  public static DocumentImport within(DocumentLimits limits) {
    return new DocumentImport(limits);
  }

  /**
   * Reads a document.
   *
   * @param fileName only its ending is looked at; no file is opened
   * @param bytes the whole file
   * @throws ProblemException DOCUMENT_TOO_LARGE, DOCUMENT_EXPANDS_TOO_MUCH,
   *     DOCUMENT_TOO_MANY_PAGES, DOCUMENT_NESTED_TOO_DEEP, DOCUMENT_TYPE_UNKNOWN, DOCUMENT_SCANNED,
   *     DOCUMENT_LOCKED, DOCUMENT_DAMAGED or DOCUMENT_EMPTY
   */
  public Document read(String fileName, byte[] bytes) {
    if (bytes.length > limits.bytes()) {
      throw Refusals.tooLarge(bytes.length, limits.bytes());
    }
    String text;
    try {
      text = text(fileName, bytes);
    } catch (IOException | XMLStreamException damaged) {
      throw Refusals.damaged(fileName, damaged);
    }
    String unicode = LegacyFonts.toUnicode(Normalizer.normalize(text, Normalizer.Form.NFC));
    if (unicode.isBlank()) {
      throw Refusals.empty(fileName);
    }
    return Document.of(unicode);
  }

  private String text(String fileName, byte[] bytes) throws IOException, XMLStreamException {
    if (startsWith(bytes, "%PDF")) {
      return PdfText.of(bytes, limits);
    }
    if (startsWith(bytes, "PK\u0003\u0004")) {
      return OfficeText.of(fileName, bytes, limits);
    }
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "html", "htm", "xhtml" -> HtmlText.of(PlainText.of(fileName, bytes), limits);
      case "md", "markdown" -> MarkdownText.of(PlainText.of(fileName, bytes), limits);
      case "txt", "text" -> PlainText.of(fileName, bytes);
      default -> throw Refusals.typeUnknown(fileName);
    };
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < wanted.length; i++) {
      if (i >= bytes.length || bytes[i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
