// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.util.List;
import loalang.announcements.normalise.Dialect;
import loalang.announcements.normalise.Dictionary;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.voice.VoiceDialect;

/**
 * The dictionary as it was at one time, and the reader made of it. Immutable, any thread.
 *
 * @param version grows by one with every change; 0 is the dictionary without a row of the commune's
 * @param reader reads with it
 */
public record Edition(long version, VietnameseNormaliser reader) {

  static Edition of(long version, List<DictionaryRow> rows) {
    Dictionary dictionary = DictionaryTable.dictionary(rows);
    return new Edition(version, VietnameseNormaliser.with(dictionary, Dialect.VI_NORTH));
  }

  /** The same dictionary, read with the numerals and days of a dialect. */
  public Edition in(VoiceDialect dialect) {
    Dialect words =
        switch (dialect) {
          case NORTH -> Dialect.VI_NORTH;
          case CENTRAL -> Dialect.VI_CENTRAL;
          case SOUTH -> Dialect.VI_SOUTH;
        };
    return reader.dialect() == words
        ? this
        : new Edition(version, VietnameseNormaliser.with(reader.dictionary(), words));
  }
}
