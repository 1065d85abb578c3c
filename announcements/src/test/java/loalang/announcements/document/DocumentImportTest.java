// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import loalang.protocol.ProblemException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentImportTest {
  private static final String NOTICE = "Đúng 7h30 ngày 15/3, bà con thôn Đoài đến tiêm chủng.";
  private final DocumentImport importer = DocumentImport.standard();

  @Test
  void a_word_document_gives_its_paragraphs_and_rows() throws IOException {
    byte[] word = SampleDocuments.word(List.of("Lịch tiêm chủng", NOTICE), "Thôn 1", "7h30");

    assertEquals("Thôn 1 | 7h30\nLịch tiêm chủng\n" + NOTICE + "\n", text("a.docx", word));
  }

  @Test
  void an_open_document_gives_its_paragraphs_items_and_rows_without_notes() throws IOException {
    byte[] odt =
        SampleDocuments.openDocument(
            """
            <text:h>Lịch<text:s/>tiêm</text:h>
            <text:p>Bà con<text:note><text:p>chú thích</text:p></text:note> chú ý</text:p>
            <text:list><text:list-item><text:p>trẻ em</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>Thôn 1</text:p>
            </table:table-cell><table:table-cell><text:p>7h</text:p></table:table-cell>
            </table:table-row></table:table>
            """);

    assertEquals("Lịch tiêm\nBà con chú ý\n- trẻ em\nThôn 1 | 7h\n", text("a.odt", odt));
  }

  @Test
  void a_pdf_gives_its_text_with_broken_lines_joined() throws IOException {
    byte[] pdf =
        SampleDocuments.saved(
            SampleDocuments.pdf(
                List.of(
                    List.of("Bà con mang theo thẻ căn cước", "và sổ tiêm chủng."),
                    List.of("Xin cảm ơn."))));

    assertTrue(text("a.pdf", pdf).contains("Bà con mang theo thẻ căn cước và sổ tiêm chủng.\n"));
    assertTrue(text("a.pdf", pdf).contains("\nXin cảm ơn."));
  }

  @Test
  void a_web_page_gives_what_a_reader_sees() {
    String html =
        "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav>Menu</nav>"
            + "<h1>Lịch <b>tiêm</b></h1><p>Bà con<br>chú ý</p><ul><li>trẻ em</li></ul>"
            + "<table><tr><td>Thôn 1</td><td>7h</td></tr></table><script>x</script></body></html>";

    assertEquals(
        "Lịch tiêm\nBà con\nchú ý\n- trẻ em\nThôn 1 | 7h\n",
        text("a.html", html.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void markdown_gives_its_words_without_its_signs() {
    String markdown = "# Lịch\n\nBà con **chú\ný** ![ảnh](a.png)\n\n- trẻ em\n\n3. ba\n4. bốn\n";

    assertEquals(
        "Lịch\nBà con chú ý\n- trẻ em\n3. ba\n4. bốn\n",
        text("a.md", markdown.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest(name = "a text in {0}")
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_text_with_a_byte_order_mark_is_read(String charset) {
    byte[] bytes = ("\ufeff" + NOTICE).getBytes(Charset.forName(charset));

    assertEquals(NOTICE, text("a.txt", bytes));
  }

  @Test
  void decomposed_text_is_composed() {
    String decomposed = Normalizer.normalize(NOTICE, Normalizer.Form.NFD);

    assertEquals(NOTICE, text("a.txt", decomposed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_old_fonts_are_understood_in_files_of_bytes_and_of_unicode() {
    String tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam. Bµ con th«n §oµi ®Õn tiªm chñng";
    String vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Baø con thoân Ñoaøi ñeán tieâm chuûng";
    String meant = "Cộng hòa xã hội chủ nghĩa Việt Nam. Bà con thôn Đoài đến tiêm chủng";

    assertEquals(meant, text("a.txt", tcvn3.getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(meant, text("a.txt", tcvn3.getBytes(StandardCharsets.UTF_8)));
    assertEquals(meant, text("a.txt", vni.getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(meant, text("a.txt", vni.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_windows_code_page_is_understood() {
    String meant = "Cộng hòa xã hội chủ nghĩa Việt Nam, thôn Đoài";
    byte[] bytes =
        ("Cô\u0323ng ho\u0300a xa\u0303 hô\u0323i chu\u0309 nghi\u0303a Viê\u0323t Nam,"
                + " thôn Đoa\u0300i")
            .getBytes(Charset.forName("windows-1258"));

    assertEquals(meant, text("a.txt", bytes));
  }

  @ParameterizedTest(name = "unicode stays: {0}")
  @ValueSource(strings = {"Hà Nội", "bà con", "Thành phố Hồ Chí Minh", "café résumé naïve", "ô tô"})
  void text_that_is_unicode_already_is_left_alone(String text) {
    assertEquals(text, text("a.txt", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_picture_of_paper_says_so() throws IOException {
    PDDocument scanned = new PDDocument();
    scanned.addPage(new PDPage());
    scanned.addPage(new PDPage());

    assertEquals("DOCUMENT_SCANNED", refusal("a.pdf", SampleDocuments.saved(scanned)));
  }

  @Test
  void a_locked_pdf_says_so() throws IOException {
    assertEquals("DOCUMENT_LOCKED", refusal("a.pdf", SampleDocuments.lockedPdf()));
  }

  @Test
  void a_pdf_of_too_many_pages_is_refused() throws IOException {
    List<List<String>> pages = new ArrayList<>(Collections.nCopies(4, List.of("trang")));
    byte[] pdf = SampleDocuments.saved(SampleDocuments.pdf(pages));
    DocumentImport narrow = DocumentImport.within(new DocumentLimits(1_000_000, 1_000_000, 3, 50));

    assertEquals("DOCUMENT_TOO_MANY_PAGES", refusal(narrow, "a.pdf", pdf));
  }

  @Test
  void a_zip_bomb_is_refused_in_whichever_entry_it_hides() throws IOException {
    byte[] bomb = SampleDocuments.zip("word/media/image1.bmp", "0".repeat(2_000_000));
    DocumentImport narrow = DocumentImport.within(new DocumentLimits(1_000_000, 1_000_000, 3, 50));

    assertTrue(bomb.length < 10_000);
    assertEquals("DOCUMENT_EXPANDS_TOO_MUCH", refusal(narrow, "a.docx", bomb));
  }

  @Test
  void nesting_without_end_is_refused_in_every_format() throws IOException {
    String deep = "<text:section>".repeat(5000) + "</text:section>".repeat(5000);
    String html = "<div>".repeat(5000) + "x";
    String quotes = ">".repeat(5000) + " x";
    String stress = "*a **a ".repeat(3000) + "b** b*".repeat(3000);

    assertEquals("DOCUMENT_NESTED_TOO_DEEP", refusal("a", SampleDocuments.openDocument(deep)));
    assertEquals(
        "DOCUMENT_NESTED_TOO_DEEP", refusal("a.html", html.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "DOCUMENT_NESTED_TOO_DEEP", refusal("a.md", quotes.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "DOCUMENT_NESTED_TOO_DEEP", refusal("a.md", stress.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void an_external_entity_is_never_fetched() throws IOException {
    String xxe =
        "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
            + "<w:document xmlns:w=\"w\"><w:p><w:t>a&secret;b</w:t></w:p></w:document>";

    assertEquals(
        "DOCUMENT_DAMAGED", refusal("a.docx", SampleDocuments.zip("word/document.xml", xxe)));
  }

  @Test
  void what_is_no_document_is_refused() throws IOException {
    byte[] oldWord = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    assertEquals("DOCUMENT_TYPE_UNKNOWN", refusal("a.doc", oldWord));
    assertEquals("DOCUMENT_TYPE_UNKNOWN", refusal("a.txt", new byte[1000]));
    assertEquals("DOCUMENT_TYPE_UNKNOWN", refusal("a.zip", SampleDocuments.zip("x", "x")));
    assertEquals(
        "DOCUMENT_DAMAGED", refusal("a.pdf", "%PDF-1.4 nothing".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "DOCUMENT_DAMAGED", refusal("a.docx", SampleDocuments.zip("word/document.xml", "<w")));
    assertEquals("DOCUMENT_EMPTY", refusal("a.txt", new byte[0]));
  }

  @Test
  void a_document_too_large_is_refused_before_it_is_looked_at() {
    DocumentImport narrow = DocumentImport.within(new DocumentLimits(10, 10, 1, 1));

    assertEquals("DOCUMENT_TOO_LARGE", refusal(narrow, "a.txt", new byte[11]));
  }

  private String text(String fileName, byte[] bytes) {
    return importer.read(fileName, bytes).text();
  }

  private String refusal(String fileName, byte[] bytes) {
    return refusal(importer, fileName, bytes);
  }

  private static String refusal(DocumentImport importer, String fileName, byte[] bytes) {
    return assertThrows(ProblemException.class, () -> importer.read(fileName, bytes))
        .problem()
        .code();
  }
}
