// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Numbers that the word processor counts are counted again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfficeListsTest {

  @Test
  void numbers_of_a_word_list_are_counted_again_level_by_level() throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      BigInteger list = list(word);
      item(word, list, 0, "Thời gian");
      item(word, list, 1, "buổi sáng");
      item(word, list, 1, "buổi chiều");
      word.createParagraph().createRun().setText("Bà con chú ý.");
      item(word, list, 0, "Địa điểm");
      item(word, list, 1, "nhà văn hóa");
      item(word, list, 2, "sân sau");

      assertEquals(
          """
          1. Thời gian
          a) buổi sáng
          b) buổi chiều
          Bà con chú ý.
          2. Địa điểm
          a) nhà văn hóa
          - sân sau
          """,
          text(word));
    }
  }

  @Test
  void a_second_word_list_starts_again() throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      item(word, list(word), 0, "một");
      item(word, list(word), 0, "lại một");

      assertEquals("1. một\n1. lại một\n", text(word));
    }
  }

  @Test
  void a_number_taken_away_by_hand_is_no_number() throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      item(word, BigInteger.ZERO, 0, "không số");

      assertEquals("không số\n", text(word));
    }
  }

  @Test
  void contents_and_hidden_words_of_a_word_document_are_left_out() throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      XWPFParagraph contents = word.createParagraph();
      contents.setStyle("TOC1");
      contents.createRun().setText("Phần I ........ 3");
      XWPFParagraph notice = word.createParagraph();
      notice.createRun().setText("Bà con");
      notice.createRun().setText(" (nháp)");
      notice.getRuns().get(1).setVanish(true);
      notice.createRun().setText(" chú ý.");

      assertEquals("Bà con chú ý.\n", text(word));
    }
  }

  @Test
  void numbers_of_an_open_document_list_are_counted_again() throws IOException {
    String odt =
        """
        <office:automatic-styles><text:list-style name="L1">
        <text:list-level-style-number text:level="1" text:num-format="1" text:num-suffix="."/>
        <text:list-level-style-number text:level="2" text:num-format="a" text:num-suffix=")"/>
        </text:list-style></office:automatic-styles>
        <text:list text:style-name="L1">
        <text:list-item><text:p>Thời gian</text:p><text:p>và giờ</text:p>
        <text:list><text:list-item><text:p>sáng</text:p></text:list-item>
        <text:list-item><text:p>chiều</text:p></text:list-item></text:list></text:list-item>
        <text:list-item><text:p>Địa điểm</text:p></text:list-item></text:list>
        <text:p>Bà con chú ý.</text:p>
        <text:list text:style-name="L1" text:continue-numbering="true">
        <text:list-item><text:p>Thành phần</text:p></text:list-item></text:list>
        <text:list text:style-name="L9"><text:list-item><text:p>sổ</text:p></text:list-item>
        </text:list>
        <text:table-of-content><text:p>Phần I 3</text:p></text:table-of-content>
        """;

    assertEquals(
        """
        1. Thời gian
        và giờ
        a) sáng
        b) chiều
        2. Địa điểm
        Bà con chú ý.
        3. Thành phần
        - sổ
        """,
        DocumentImport.standard().read("a.odt", SampleDocuments.openDocument(odt)).text());
  }

  @ParameterizedTest
  @CsvSource({
    "decimal, 12, 12",
    "lowerLetter, 2, b",
    "upperLetter, 26, Z",
    "lowerLetter, 27, 27",
    "upperRoman, 14, XIV",
    "lowerRoman, 4, iv",
    "upperRoman, 4000, 4000",
    "i, 9, ix",
    "A, 0, 0",
    "hebrew1, 3, 3"
  })
  void a_number_is_written_in_the_form_of_its_list(String format, int number, String written) {
    assertEquals(written, NumberFormat.written(format, number));
  }

  private static BigInteger list(XWPFDocument word) {
    CTAbstractNum list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(BigInteger.valueOf(word.getParagraphs().size()));
    level(list, 0, STNumberFormat.DECIMAL, "%1.");
    level(list, 1, STNumberFormat.LOWER_LETTER, "%2)");
    level(list, 2, STNumberFormat.BULLET, "\uf0b7");
    var numbering = word.getNumbering() == null ? word.createNumbering() : word.getNumbering();
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
  }

  private static void level(CTAbstractNum list, int at, STNumberFormat.Enum format, String text) {
    CTLvl level = list.addNewLvl();
    level.setIlvl(BigInteger.valueOf(at));
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
  }

  private static void item(XWPFDocument word, BigInteger list, int level, String text) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
  }

  private static String text(XWPFDocument word) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    word.write(bytes);
    return DocumentImport.standard().read("a.docx", bytes.toByteArray()).text();
  }
}
