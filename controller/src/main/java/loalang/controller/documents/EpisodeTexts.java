// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import loalang.announcements.document.Document;
import loalang.announcements.episode.Episode;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;

/**
 * The written text of each episode: the author's own words between the station's lines, which are
 * written as they are spoken. Pure.
 */
final class EpisodeTexts {
  private EpisodeTexts() {}

  /** What is said of a document, as one text. */
  static String whole(Document document) {
    return tidy(document.spokenText());
  }

  /** The text of each episode, in order. */
  static List<String> of(Document document, List<Episode> episodes) {
    String spoken = document.spokenText();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < episodes.size(); i++) {
      int from = start(spoken, episodes.get(i));
      int to = i + 1 < episodes.size() ? start(spoken, episodes.get(i + 1)) : spoken.length();
      texts.add(text(episodes.get(i), tidy(spoken.substring(from, to))));
    }
    return texts;
  }

  private static String text(Episode episode, String body) {
    List<String> said = new ArrayList<>();
    said.add(lines(episode.lines().opening()));
    said.add(body);
    for (int i = 1; i < episode.times(); i++) {
      said.add(lines(episode.lines().again()));
      said.add(body);
    }
    said.add(lines(episode.lines().closing()));
    said.removeIf(String::isEmpty);
    return String.join("\n\n", said);
  }

  /** Where an episode begins; the mark of a list before its first word belongs to it. */
  private static int start(String text, Episode episode) {
    int first =
        episode.body().stream()
            .flatMap(sentence -> sentence.words().stream())
            .map(SpokenWord::source)
            .mapToInt(source -> source.start())
            .min()
            .orElse(0);
    int line = text.lastIndexOf('\n', first) + 1;
    boolean onlyMarks = text.substring(line, first).chars().noneMatch(Character::isLetterOrDigit);
    return onlyMarks ? line : first;
  }

  private static String lines(List<ScriptSentence> sentences) {
    return sentences.stream().map(ScriptSentence::spoken).collect(Collectors.joining("\n"));
  }

  /** Lines without blanks at their ends, and no two blank lines together. */
  private static String tidy(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      boolean again = line.isEmpty() && (lines.isEmpty() || lines.get(lines.size() - 1).isEmpty());
      if (!again) {
        lines.add(line);
      }
    }
    return String.join("\n", lines).strip();
  }
}
