// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code loa dictionary}, and the dictionary in {@code loa read} and {@code loa import}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DictionaryCommandTest {
  private static final String HEAD = "# written\tspoken\twhen (any one; empty: always)\tsource\n";

  private TestOffice office;

  private record Ran(int code, String out, String err) {}

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_row_is_set_listed_and_removed() {
    Ran set = dictionary("set", "QHX", "quỹ hội", "--when", "next=phụ nữ", "--source", "Hội");
    Ran listed = dictionary("list");
    Ran removed = dictionary("remove", "QHX", "--when", "next=phụ nữ", "--json");

    assertEquals(0, set.code(), set.err());
    assertTrue(listed.out().contains("QHX → quỹ hội  [next=phụ nữ]  (command-line, "));
    assertTrue(new JsonObject(removed.out()).containsKey("version"), removed.out());
    assertTrue(dictionary("list", "--history").out().contains("bỏ / removed: QHX"));
    assertTrue(dictionary("remove", "QHX").err().startsWith("DICTIONARY_ENTRY_UNKNOWN: "));
  }

  @Test
  void a_wrong_row_and_a_changed_one_are_told_with_their_codes() {
    dictionary("set", "QKX", "quân khu");

    assertTrue(
        dictionary("set", "QKX", "Quân 1").err().startsWith("DICTIONARY_LINE_INVALID: Row 1,"));
    assertTrue(
        dictionary("set", "QKX", "quê", "--version", "0").err().startsWith("DICTIONARY_CHANGED: "));
  }

  @Test
  void a_table_goes_out_and_in_again(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("xa.tsv");
    Files.writeString(table, "HTXX\thợp tác xã xóm\t\tnghị quyết\n");
    assertEquals(0, dictionary("import", table.toString(), "--replace").code());
    Path copy = folder.resolve("copy.tsv");

    Ran out = dictionary("export", copy.toString());

    assertEquals(0, out.code(), out.err());
    assertEquals(HEAD + "HTXX\thợp tác xã xóm\t\tnghị quyết\n", Files.readString(copy));
    assertEquals(Files.readString(copy), dictionary("export").out());
    assertTrue(dictionary("export", "--json").out().contains("\"written\":\"HTXX\""));
    assertEquals(2, run("dictionary").code());
  }

  @Test
  void reading_without_an_office_takes_a_table_and_a_dialect(@TempDir Path folder)
      throws IOException {
    Path table = Files.writeString(folder.resolve("d.tsv"), "NVHX\tnhà văn hóa xóm\n");
    Path text = Files.writeString(folder.resolve("thu.txt"), "Nộp 1.105 đồng tại NVHX.");
    String words = text.toString();

    assertEquals(
        "nộp một ngàn một trăm lẻ năm đồng tại nhà văn hóa xóm.",
        run("read", "--dictionary", table.toString(), "--dialect", "VI_SOUTH", words)
            .out()
            .strip());
    assertTrue(
        run("import", "--dictionary", table.toString(), "--dialect", "VI_SOUTH", words)
            .out()
            .contains("một ngàn một trăm lẻ năm đồng tại nhà văn hóa xóm"));
    Files.writeString(table, "NVHX\tnhà 1\n");
    Ran wrong = run("read", "--dictionary", table.toString(), words);
    assertTrue(wrong.err().startsWith("DICTIONARY_LINE_INVALID: Row 1, column 2"), wrong.err());
    assertTrue(run("read", "--dictionary", "none.tsv", words).err().startsWith("FILE_UNREADABLE"));
  }

  @Test
  void import_tells_whether_the_letter_fits_its_slot(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("dai.txt"), "Mời bà con đi họp. ".repeat(30));

    assertTrue(run("import", "--slot", "30", text.toString()).out().contains("it fits"));
    assertTrue(run("import", "--slot", "0.5", text.toString()).out().contains("too short by"));
    JsonObject json =
        new JsonObject(run("import", "--slot", "0.5", "--json", text.toString()).out());
    assertEquals(false, json.getJsonObject("slot").getBoolean("fits"));
    assertEquals(2, run("import", "--slot", "0", text.toString()).code());
    assertEquals(2, run("import", "--slot", "NaN", text.toString()).code());
  }

  private Ran dictionary(String... words) {
    List<String> arguments = new ArrayList<>(List.of("dictionary"));
    arguments.addAll(List.of(words));
    arguments.addAll(List.of("--data-dir", office.data().toString()));
    return run(arguments.toArray(String[]::new));
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        LoaMain.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }
}
