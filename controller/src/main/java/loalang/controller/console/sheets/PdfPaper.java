// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Pages one after the other; lengths in points of 1/72 inch, from the upper left corner. */
final class PdfPaper {
  static final float MARGIN = 36;
  static final float WIDTH = PDRectangle.A4.getHeight();
  static final float HEIGHT = PDRectangle.A4.getWidth();
  private static final float THOUSAND = 1_000;
  private static final int UNKNOWN = '?';
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private final PDDocument document;
  private final PDFont regular;
  private final PDFont bold;
  private @Nullable PDPageContentStream ink;

  PdfPaper(PDDocument document, PDFont regular, PDFont bold) {
    this.document = document;
    this.regular = regular;
    this.bold = bold;
  }

  /** How something is written. */
  record Pen(boolean isBold, float size) {}

  /** A place on the page. */
  record Spot(float left, float top) {}

  void turn() throws IOException {
    lift();
    PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    document.addPage(page);
    ink = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
  }

  void write(String words, Spot spot, Pen pen) throws IOException {
    PDPageContentStream on = on();
    on.beginText();
    on.setFont(font(pen), pen.size());
    on.newLineAtOffset(spot.left(), HEIGHT - spot.top());
    on.showText(known(words, pen));
    on.endText();
  }

  void line(float top) throws IOException {
    PDPageContentStream on = on();
    on.setLineWidth(0.4f);
    on.moveTo(MARGIN, HEIGHT - top);
    on.lineTo(WIDTH - MARGIN, HEIGHT - top);
    on.stroke();
  }

  /** Words in lines no wider than this; a word that is wider stands alone and is cut. */
  List<String> fold(String words, float width, Pen pen) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : BLANKS.split(words.strip(), -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, pen) <= width) {
        line = longer;
      } else {
        if (!line.isEmpty()) {
          lines.add(line);
        }
        line = cut(word, width, pen);
      }
    }
    lines.add(line);
    return lines;
  }

  /** Numbers the pages and ends the last one. */
  void finish() throws IOException {
    lift();
    int count = document.getNumberOfPages();
    for (int number = 1; number <= count; number++) {
      ink =
          new PDPageContentStream(
              document, document.getPage(number - 1), AppendMode.APPEND, true, true);
      String words = number + "/" + count;
      write(words, new Spot(WIDTH - MARGIN - 40, HEIGHT - MARGIN / 2), new Pen(false, 8));
      lift();
    }
  }

  private void lift() throws IOException {
    if (ink != null) {
      ink.close();
      ink = null;
    }
  }

  private PDPageContentStream on() {
    return java.util.Objects.requireNonNull(ink, "Turn to a page first.");
  }

  private PDFont font(Pen pen) {
    return pen.isBold() ? bold : regular;
  }

  private float width(String words, Pen pen) throws IOException {
    return font(pen).getStringWidth(known(words, pen)) / THOUSAND * pen.size();
  }

  private String cut(String word, float width, Pen pen) throws IOException {
    String left = word;
    while (left.length() > 1 && width(left, pen) > width) {
      left = left.substring(0, left.length() - 1);
    }
    return left;
  }

  /** A typeface lacks letters of other scripts; a document without them is better than none. */
  private String known(String words, Pen pen) {
    StringBuilder known = new StringBuilder(words.length());
    words
        .codePoints()
        .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
        .map(letter -> has(letter, pen) ? letter : UNKNOWN)
        .forEach(known::appendCodePoint);
    return known.toString();
  }

  private boolean has(int letter, Pen pen) {
    try {
      font(pen).encode(Character.toString(letter));
      return true;
    } catch (IllegalArgumentException | IOException notThere) {
      return false;
    }
  }
}
