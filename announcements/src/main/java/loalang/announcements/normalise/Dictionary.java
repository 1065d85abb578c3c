// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Abbreviations, loans and names by how they are said, in three tiers. Immutable, any thread.
 *
 * <p>A tier is a table of four columns parted by tabs: written, spoken, when, source. The two last
 * may be left out; a line that starts with {@code #} is a comment.
 */
public final class Dictionary {
  private static final int LONGEST_FORM = 80;
  private static final Pattern SPOKEN =
      Pattern.compile("[\\p{Ll}\\p{Lo}]+(,? [\\p{Ll}\\p{Lo}]+)*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern CONDITION =
      Pattern.compile("(next|prev)=\\S.*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Dictionary STANDARD =
      new Dictionary(
          Map.of(
              DictionaryTier.NATIONAL,
              entries(DictionaryTier.NATIONAL, Tables.text("dictionary-national.tsv"))));

  private final Map<DictionaryTier, List<DictionaryEntry>> entries;
  private final Map<DictionaryTier, Phrases<DictionaryEntry>> phrases;

  private Dictionary(Map<DictionaryTier, List<DictionaryEntry>> entries) {
    this.entries = new EnumMap<>(entries);
    this.phrases = new EnumMap<>(DictionaryTier.class);
    entries.forEach((tier, list) -> phrases.put(tier, index(list)));
  }

  /** The national tier alone. */
  public static Dictionary standard() {
    return STANDARD;
  }

  /**
   * This dictionary with one tier replaced.
   *
   * @param table the tier's lines
   * @throws ProblemException DICTIONARY_LINE_INVALID with the number of the first bad line
   */
  public Dictionary with(DictionaryTier tier, String table) {
    Map<DictionaryTier, List<DictionaryEntry>> replaced = new EnumMap<>(entries);
    replaced.put(tier, entries(tier, table));
    return new Dictionary(replaced);
  }

  /** What a tier holds, in the order of its table. */
  public List<DictionaryEntry> entries(DictionaryTier tier) {
    return entries.getOrDefault(tier, List.of());
  }

  /** An entry that holds here and the token after it. */
  record Found(DictionaryEntry entry, int end) {}

  /** The first tier's longest form whose neighbours fit; null if no tier knows what stands here. */
  @Nullable Found find(Line line, int at) {
    for (Phrases<DictionaryEntry> tier : phrases.values()) {
      for (Phrases.Key<DictionaryEntry> key : tier.startingAt(line, at)) {
        int end = key.endIfAt(line, at);
        if (end > at && endsThere(line, end, key.value()) && key.value().holds(line, at, end)) {
          return new Found(key.value(), end);
        }
      }
    }
    return null;
  }

  /** The first reading of a form whatever its neighbours; null if no tier knows it. */
  @Nullable String anyReading(String written) {
    Line form = Line.of(written);
    for (Phrases<DictionaryEntry> tier : phrases.values()) {
      for (Phrases.Key<DictionaryEntry> key : tier.startingAt(form, 0)) {
        if (key.endIfAt(form, 0) == form.size()) {
          return key.value().spoken();
        }
      }
    }
    return null;
  }

  /** The reading of a form that needs no neighbours; null if it needs some or is unknown. */
  @Nullable String certainReading(String written) {
    Line form = Line.of(written);
    for (Phrases<DictionaryEntry> tier : phrases.values()) {
      for (Phrases.Key<DictionaryEntry> key : tier.startingAt(form, 0)) {
        if (key.endIfAt(form, 0) == form.size()) {
          return key.value().when().isEmpty() ? key.value().spoken() : null;
        }
      }
    }
    return null;
  }

  private static boolean endsThere(Line line, int end, DictionaryEntry entry) {
    if (!line.isGlued(end)) {
      return true;
    }
    if (line.isMark(end, '+') && line.isNumber(end - 1) && line.isNumber(end + 1)) {
      return false; // Km2+350 is a place on a road, not a square kilometre
    }
    boolean openEnded = line.get(end - 1).kind() == Token.Kind.MARK;
    boolean digits = line.isNumber(end) && !entry.when().contains("next=digits");
    return openEnded || !(line.isWord(end) || digits);
  }

  private static Phrases<DictionaryEntry> index(List<DictionaryEntry> entries) {
    Phrases<DictionaryEntry> phrases = new Phrases<>();
    entries.forEach(entry -> phrases.add(entry.written(), entry));
    return phrases;
  }

  private static List<DictionaryEntry> entries(DictionaryTier tier, String table) {
    List<DictionaryEntry> entries = new ArrayList<>();
    int number = 0;
    for (String line : table.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(entry(tier, line, number));
      }
    }
    return List.copyOf(entries);
  }

  private static DictionaryEntry entry(DictionaryTier tier, String line, int number) {
    String[] columns = line.split("\t", -1);
    String written = columns[0].strip();
    String spoken = columns.length < 2 ? "" : columns[1].strip();
    String when = columns.length < 3 ? "" : columns[2].strip();
    List<String> conditions = when.isEmpty() ? List.of() : List.of(when.split(",", -1));
    boolean wellFormed =
        Line.of(written).size() > 0
            && written.length() <= LONGEST_FORM
            && SPOKEN.matcher(spoken).matches()
            && conditions.stream().allMatch(one -> CONDITION.matcher(one).matches());
    if (!wellFormed) {
      throw new ProblemException(
          new Problem(
              "DICTIONARY_LINE_INVALID",
              "Line %d of the %s dictionary is not 'written, spoken, when, source': %s"
                  .formatted(number, Letters.lower(tier.name()), line),
              "Write the form, a tab, and its reading in small letters without digits or signs."));
    }
    String source = columns.length < 4 ? "" : columns[3].strip();
    return new DictionaryEntry(written, spoken, conditions, source);
  }
}
