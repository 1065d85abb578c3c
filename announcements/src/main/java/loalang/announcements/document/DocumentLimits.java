// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

/**
 * How much of a document is read.
 *
 * @param bytes of the file, at least 1
 * @param expandedBytes of any one part of it after unpacking, at least 1
 * @param pages of a PDF, at least 1
 * @param depth of nested elements, at least 1
 * @throws IllegalArgumentException if one is below 1
 */
public record DocumentLimits(int bytes, int expandedBytes, int pages, int depth) {
  public DocumentLimits {
    if (bytes < 1 || expandedBytes < 1 || pages < 1 || depth < 1) {
      throw new IllegalArgumentException("Every limit of a document is at least 1.");
    }
  }

  /** 20 MB, 40 MB unpacked, 300 pages, 200 levels: far above any notice, far below harm. */
  public static DocumentLimits standard() {
    return new DocumentLimits(20_000_000, 40_000_000, 300, 200);
  }
}
