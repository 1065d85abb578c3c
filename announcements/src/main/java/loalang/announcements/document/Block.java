// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import loalang.announcements.script.SourceSpan;

/**
 * One line of a document and what it is there for.
 *
 * @param kind what it is
 * @param source where it stands in the document's text
 * @param spoken whether the loudspeaker says it; the officer may change this
 */
public record Block(Kind kind, SourceSpan source, boolean spoken) {

  /** What a line is there for; the first group is furniture, which is seen but not said. */
  public enum Kind {
    /** Quốc hiệu, tiêu ngữ. */
    NATIONAL_HEADING(false),
    /** The body that writes, above the number. */
    SENDER(false),
    /** "Số: 12/TB-UBND". */
    PAPER_NUMBER(false),
    /** "Hà Đông, ngày 24 tháng 12 năm 2022". */
    PLACE_AND_DATE(false),
    /** "Kính gửi" and those it names. */
    ADDRESSEE(false),
    /** "Nơi nhận" and those it names. */
    RECIPIENTS(false),
    /** Office and name of who signs. */
    SIGNATURE(false),
    /** "(Có bài tuyên truyền kèm theo)". */
    ATTACHMENT_NOTE(false),
    /** A letter whose attachment is what is meant to be read. */
    COVER_LETTER(false),
    /** Page numbers, running heads, image placeholders. */
    PAGE_FURNITURE(false),

    /** A title or heading. */
    HEADING(true),
    /** Running text. */
    PARAGRAPH(true),
    /** One item of a list. */
    LIST_ITEM(true),
    /** "Bước 1". */
    STEP(true),
    /** "Câu 5". */
    QUESTION(true),
    /** "Trả lời". */
    ANSWER(true),
    /** One row of a table, its cells parted by a vertical line. */
    TABLE_ROW(true);

    private final boolean spoken;

    Kind(boolean spoken) {
      this.spoken = spoken;
    }

    /** Whether it is said unless somebody decides otherwise. */
    public boolean isSpoken() {
      return spoken;
    }
  }
}
