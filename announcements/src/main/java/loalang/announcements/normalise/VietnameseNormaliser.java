// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.Pause;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;

/**
 * Reads Vietnamese administrative text the way an announcer does, by the house conventions ({@code
 * docs/reading.md}). Immutable, any thread; time is linear in the length of the text.
 */
public final class VietnameseNormaliser implements Normaliser {
  private static final int LONGEST_HEADING = 20;
  private static final VietnameseNormaliser STANDARD =
      new VietnameseNormaliser(Dictionary.standard(), Dialect.VI_NORTH);

  private final Dictionary dictionary;
  private final Dialect dialect;
  private final List<Room> forNumbers;
  private final List<Room> forWords;
  private final List<Room> forMarks;

  private VietnameseNormaliser(Dictionary dictionary, Dialect dialect) {
    this.dictionary = dictionary;
    this.dialect = dialect;
    this.forNumbers = forNumbers(dictionary);
    this.forWords =
        List.of(
            new WebRoom(dictionary),
            new DossierRoom(),
            new RomanRoom(),
            new PeriodRoom(),
            new WeekdayRoom(),
            new InitialsRoom(dictionary),
            new AbbreviationRoom(dictionary),
            new CodeRoom(dictionary),
            new WordRoom(dictionary));
    this.forMarks =
        List.of(
            new PhoneRoom(),
            new DossierRoom(),
            new BracketRoom(dictionary),
            new QuantityRoom(),
            new MarkRoom());
  }

  // The order is the rule: papers before dates, dates before ratios, units before codes.
  private static List<Room> forNumbers(Dictionary dictionary) {
    return List.of(
        new WebRoom(dictionary),
        new PlateRoom(),
        new PaperRoom(dictionary),
        new AccountRoom(),
        new PhoneRoom(),
        new ClockRoom(),
        new FormulaRoom(),
        new DayListRoom(),
        new DateRoom(),
        new PeriodRoom(),
        new RatioRoom(),
        new TimesRoom(),
        new ShorthandRoom(),
        new TemperatureRoom(),
        new QuantityRoom(),
        new SectionRoom(),
        new CodeRoom(dictionary),
        new CountRoom());
  }

  /** The national dictionary, the North's words. */
  public static VietnameseNormaliser standard() {
    return STANDARD;
  }

  /** A reader with a commune's own dictionary and dialect. */
  public static VietnameseNormaliser with(Dictionary dictionary, Dialect dialect) {
    return new VietnameseNormaliser(dictionary, dialect);
  }

  /** The dictionary it reads with. */
  public Dictionary dictionary() {
    return dictionary;
  }

  /** Whose numerals and days it says. */
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Script read(String written) {
    FoldedText text = FoldedText.of(written);
    String folded = text.text();
    Map<String, String> introduced = new HashMap<>();
    List<ScriptSentence> sentences = new ArrayList<>();
    List<ReadingWarning> doubts = new ArrayList<>();
    for (Paragraphs.Stretch stretch : Paragraphs.of(folded)) {
      int from = stretch.from();
      while (from < stretch.to()) {
        int to = Paragraphs.endOfPiece(folded, from, stretch.to());
        Line line = Line.of(text, folded, from, to);
        Speech speech = new Speech(line, dialect, introduced);
        readLine(line, from == stretch.from(), speech);
        sentences.addAll(speech.sentences());
        doubts.addAll(speech.doubts());
        from = to;
      }
    }
    return new Script(sentences, doubts);
  }

  private void readLine(Line line, boolean first, Speech speech) {
    int body = first ? ListHead.read(line, speech) : 0;
    int at = body;
    while (at < line.size()) {
      at += readOne(line, at, speech);
    }
    Pause item = body > 0 ? Pause.LIST_ITEM : Pause.PARAGRAPH;
    speech.endLine(isHeading(line) ? Pause.HEADING : item);
  }

  private int readOne(Line line, int at, Speech speech) {
    List<Room> rooms =
        switch (line.get(at).kind()) {
          case NUMBER -> forNumbers;
          case WORD -> forWords;
          case MARK -> forMarks;
        };
    for (Room room : rooms) {
      int read = room.read(line, at, speech);
      if (read > 0) {
        return read;
      }
    }
    throw new IllegalStateException("No room reads " + line.get(at));
  }

  private static boolean isHeading(Line line) {
    if (line.size() == 0 || line.size() > LONGEST_HEADING) {
      return false;
    }
    boolean closed = ".;,:!?".contains(line.get(line.size() - 1).text());
    boolean roman = line.isWord(0) && RomanRoom.value(line.get(0).text()) > 0;
    return !closed && (line.isMostlyUpper() || (roman && line.isMark(1, '.')));
  }
}
