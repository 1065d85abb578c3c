// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file a table can be kept as. Writing one is slow. */
public enum SheetKind {
  /** For any program; opened by a spreadsheet it shows Vietnamese marks and runs no formula. */
  CSV("text/csv; charset=utf-8", 100_000) {
    @Override
    byte[] write(Sheet sheet) {
      return CsvBytes.of(sheet);
    }
  },
  /** For a spreadsheet: numbers are numbers. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 100_000) {
    @Override
    byte[] write(Sheet sheet) throws IOException {
      return XlsxBytes.of(sheet);
    }
  },
  /** For paper and signatures. */
  PDF("application/pdf", 5_000) {
    @Override
    byte[] write(Sheet sheet) throws IOException {
      return PdfBytes.of(sheet);
    }
  };

  private final String type;
  private final int mostRows;

  SheetKind(String type, int mostRows) {
    this.type = type;
    this.mostRows = mostRows;
  }

  /** The kind with this word. */
  public static Optional<SheetKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The word in addresses and the end of file names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** How many rows a file of this kind has at most. */
  public int mostRows() {
    return mostRows;
  }

  /** The file's bytes. */
  public byte[] bytes(Sheet sheet) {
    try {
      return write(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  abstract byte[] write(Sheet sheet) throws IOException;
}
