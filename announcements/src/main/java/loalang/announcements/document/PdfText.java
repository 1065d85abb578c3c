// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDF with a text layer; lines that the page broke are joined again. */
final class PdfText {
  private static final int FULL_LINE = 60;

  private PdfText() {}

  static String of(byte[] bytes, DocumentLimits limits) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      int pages = pdf.getNumberOfPages();
      if (pages > limits.pages()) {
        throw Refusals.tooManyPages(pages, limits.pages());
      }
      Bounded text = new Bounded(limits.expandedBytes());
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setLineSeparator("\n");
      stripper.writeText(pdf, text);
      if (text.whole.toString().isBlank()) {
        throw Refusals.scanned(pages);
      }
      return joined(text.whole.toString());
    } catch (InvalidPasswordException locked) {
      throw withCause(locked);
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException broken) {
      throw new IOException("The PDF contradicts itself.", broken);
    }
  }

  private static RuntimeException withCause(InvalidPasswordException locked) {
    RuntimeException refusal = Refusals.locked();
    refusal.addSuppressed(locked);
    return refusal;
  }

  /** A line that goes on in small letters, or after a full line without an end, is one line. */
  static String joined(String text) {
    StringBuilder joined = new StringBuilder();
    String last = "";
    for (String raw : List.of(text.split("\n", -1))) {
      String line = raw.strip();
      if (goesOn(last, line)) {
        joined.append(' ').append(line);
      } else {
        joined.append(last.isEmpty() && joined.isEmpty() ? "" : "\n").append(line);
      }
      last = line;
    }
    return joined.toString();
  }

  private static boolean goesOn(String last, String line) {
    if (last.isEmpty() || line.isEmpty() || ".!?:;".indexOf(last.charAt(last.length() - 1)) >= 0) {
      return false;
    }
    boolean label = line.length() > 1 && ").".indexOf(line.charAt(1)) >= 0;
    char head = line.charAt(0);
    boolean full = last.length() >= FULL_LINE && Character.isLetterOrDigit(head);
    return !label && (Character.isLowerCase(head) || full);
  }

  /** Refuses to grow beyond what a document may hold. */
  private static final class Bounded extends Writer {
    private final StringBuilder whole = new StringBuilder();
    private final int limit;

    Bounded(int limit) {
      this.limit = limit;
    }

    @Override
    public void write(char[] characters, int from, int length) {
      if (whole.length() + length > limit) {
        throw Refusals.expandsTooMuch(limit);
      }
      whole.append(characters, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
