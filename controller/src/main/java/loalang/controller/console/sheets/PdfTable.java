// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import loalang.controller.console.sheets.PdfPaper.Pen;
import loalang.controller.console.sheets.PdfPaper.Spot;

/** A table that goes on over pages; each begins with the heads of the columns. */
final class PdfTable {
  private static final Pen TITLE = new Pen(true, 14);
  private static final Pen HEAD = new Pen(true, 8);
  private static final Pen BODY = new Pen(false, 8);
  private static final float LEADING = 10.5f;
  private static final float GAP = 6;

  private final PdfPaper paper;
  private final List<Sheet.Column> columns;
  private final float share;
  private float top;

  PdfTable(PdfPaper paper, List<Sheet.Column> columns) {
    this.paper = paper;
    this.columns = columns;
    int shares = columns.stream().mapToInt(Sheet.Column::width).sum();
    this.share = (PdfPaper.WIDTH - 2 * PdfPaper.MARGIN) / Math.max(1, shares);
  }

  void begin(String title, List<String> remarks) throws IOException {
    paper.turn();
    top = PdfPaper.MARGIN + TITLE.size();
    paper.write(title, new Spot(PdfPaper.MARGIN, top), TITLE);
    for (String remark : remarks) {
      top += LEADING + 2;
      paper.write(remark, new Spot(PdfPaper.MARGIN, top), BODY);
    }
    top += LEADING;
    heads();
  }

  void row(List<Sheet.Cell> cells) throws IOException {
    put(cells.stream().map(Sheet.Cell::shown).toList(), BODY);
  }

  private void heads() throws IOException {
    put(columns.stream().map(Sheet.Column::head).toList(), HEAD);
  }

  private void put(List<String> cells, Pen pen) throws IOException {
    List<List<String>> folded = new ArrayList<>();
    int deepest = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = paper.fold(cells.get(i), width(i), pen);
      folded.add(lines);
      deepest = Math.max(deepest, lines.size());
    }
    float height = deepest * LEADING + 4;
    if (top + height > PdfPaper.HEIGHT - PdfPaper.MARGIN && pen.equals(BODY)) {
      paper.turn();
      top = PdfPaper.MARGIN;
      heads();
    }
    float left = PdfPaper.MARGIN;
    for (int i = 0; i < folded.size(); i++) {
      float down = top + LEADING;
      for (String line : folded.get(i)) {
        paper.write(line, new Spot(left, down), pen);
        down += LEADING;
      }
      left += share * columns.get(i).width();
    }
    top += height;
    paper.line(top);
  }

  private float width(int column) {
    return share * columns.get(column).width() - GAP;
  }
}
