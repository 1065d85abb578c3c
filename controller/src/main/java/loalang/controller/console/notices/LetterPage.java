// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import loalang.announcements.document.Block;
import loalang.announcements.episode.ReadingTime;
import loalang.controller.documents.DocumentDesk;
import loalang.controller.documents.LetterTray;
import loalang.protocol.Problem;

/**
 * A letter that is looked through.
 *
 * @param letter as it lies on the tray
 * @param lines of it, each with its use
 * @param length of what is chosen, as it would be said
 * @param doubts how many there are about its reading
 * @param parts its episodes; empty if it becomes one notice
 * @param title of the notices
 * @param problem why no notice was made of it
 */
public record LetterPage(
    LetterTray.Letter letter,
    List<Line> lines,
    Duration length,
    int doubts,
    List<Part> parts,
    String title,
    Optional<Problem> problem) {
  private static final int MAX_TITLE_CHARACTERS = 100;
  private static final int ENOUGH_CHARACTERS = 25; // "THÔNG BÁO" stands above every letter

  public LetterPage {
    lines = List.copyOf(lines);
    parts = List.copyOf(parts);
  }

  /**
   * A line of the letter.
   *
   * @param number from 0
   * @param text of it
   * @param kind what it is there for
   * @param said whether it is chosen to be said
   */
  public record Line(int number, String text, Block.Kind kind, boolean said) {}

  /**
   * An episode.
   *
   * @param number from 1
   * @param length as it would be said
   * @param begins its first words
   */
  public record Part(int number, Duration length, String begins) {}

  /** How many minutes an episode has; 0 if the letter is not cut. */
  public long minutes() {
    return letter.plan().map(plan -> plan.target().toMinutes()).orElse(0L);
  }

  /** How often an episode's text is said. */
  public int times() {
    return letter.plan().map(plan -> plan.times()).orElse(1);
  }

  static Function<DocumentDesk.Imported, LetterPage> of(LetterTray.Letter letter) {
    return imported -> of(letter, imported);
  }

  private static LetterPage of(LetterTray.Letter letter, DocumentDesk.Imported imported) {
    List<Block> blocks = letter.document().blocks();
    List<Line> lines =
        IntStream.range(0, blocks.size())
            .mapToObj(
                i ->
                    new Line(
                        i,
                        letter.document().textOf(blocks.get(i)),
                        blocks.get(i).kind(),
                        blocks.get(i).spoken()))
            .toList();
    return new LetterPage(
        letter,
        lines,
        ReadingTime.of(imported.reading().script().sentences()),
        imported.reading().script().warnings().size(),
        imported.parts().stream().map(LetterPage::part).toList(),
        title(lines, letter.fileName()),
        Optional.empty());
  }

  /** The same with a title somebody wrote, and why it was refused. */
  LetterPage refused(String typed, Problem why) {
    return new LetterPage(letter, lines, length, doubts, parts, typed, Optional.of(why));
  }

  private static Part part(DocumentDesk.Part part) {
    return new Part(
        part.episode().number(),
        part.episode().length(),
        part.episode().body().isEmpty() ? "" : part.episode().body().get(0).spoken());
  }

  /**
   * The first lines that are said, as many as tell one letter from another; else the file's name.
   */
  private static String title(List<Line> lines, String fileName) {
    StringBuilder words = new StringBuilder();
    for (Line line : lines) {
      if (line.said() && words.length() < ENOUGH_CHARACTERS) {
        words.append(words.isEmpty() ? "" : " · ").append(line.text().strip());
      }
    }
    String title = words.isEmpty() ? fileName : words.toString();
    return title.length() <= MAX_TITLE_CHARACTERS
        ? title
        : title.substring(0, MAX_TITLE_CHARACTERS - 1) + "…";
  }
}
