// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClausesTest {

  @ParameterizedTest(name = "\"{0}\" is cut as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Họp thôn.                | Họp thôn[.]
          Họp thôn                 | Họp thôn[.]
          Kính thưa bà con, họp.   | Kính thưa bà con[,] họp[.]
          Ai đi? Tôi!              | Ai đi[?] Tôi[!]
          Gồm: gạo; mì; nước.      | Gồm[:] gạo[;] mì[;] nước[.]
          một phẩy năm 3,5 tấn     | một phẩy năm 3,5 tấn[.]
          Chờ… rồi đi              | Chờ[.] rồi đi[.]
          xã – huyện               | xã[,] huyện[.]
          "... , !"                | ""
          "Họp , , rồi về."        | Họp[,] rồi về[.]
          """)
  void a_text_is_cut_where_a_reader_pauses(String text, String clauses) {
    assertEquals(
        clauses,
        Clauses.of(text).stream()
            .map(clause -> clause.words() + "[" + clause.sign() + "]")
            .collect(Collectors.joining(" ")));
  }
}
