// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class SpokenTextPropertiesTest {

  @Property(tries = 300)
  void no_latin_letter_is_ever_dropped(@ForAll("words") String word) {
    assertTrue(!SpokenText.phrases(word).isEmpty(), word);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withChars("aăâbcdđeêghiklmnoôơpqrstuưvxyfjwzáàảãạếềểễệ0123456789")
        .ofMinLength(1)
        .ofMaxLength(12);
  }

  @Property(tries = 300)
  void any_text_is_read_without_an_exception(@ForAll @StringLength(max = 60) String text) {
    SpokenText.phrases(text).forEach(phrase -> assertTrue(phrase.syllables().size() >= 1));
  }
}
