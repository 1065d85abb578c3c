// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import loalang.announcements.document.Block;
import loalang.announcements.document.Document;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.ScriptSentence;

/**
 * Cuts a paper into episodes at its natural borders: before a heading or a question, else before a
 * paragraph, else before an item, and inside a paragraph only where one alone is too long. A
 * heading stays with its text and a question with its answer. Pure.
 */
public final class EpisodeSplitter {
  private static final int NEVER = -1;
  private static final int INSIDE = 0;
  private static final int ITEM = 1;
  private static final int PARAGRAPH = 2;
  private static final int PART = 3;

  private final Document document;
  private final Normaliser normaliser;
  private final EpisodePlan plan;

  private EpisodeSplitter(Document document, Normaliser normaliser, EpisodePlan plan) {
    this.document = document;
    this.normaliser = normaliser;
    this.plan = plan;
  }

  /**
   * The episodes of a document in order.
   *
   * @return at least one, unless the document has nothing to say
   */
  public static List<Episode> split(Document document, Normaliser normaliser, EpisodePlan plan) {
    return new EpisodeSplitter(document, normaliser, plan).split();
  }

  private List<Episode> split() {
    List<ScriptSentence> sentences = normaliser.read(document.spokenText()).sentences();
    List<List<ScriptSentence>> bodies = bodies(sentences, borders(sentences));
    List<Episode> episodes = new ArrayList<>();
    for (List<ScriptSentence> body : bodies) {
      int number = episodes.size() + 1;
      StationLines lines = StationLines.of(plan, number, bodies.size(), normaliser);
      episodes.add(new Episode(number, bodies.size(), lines, body, plan.times()));
    }
    return List.copyOf(episodes);
  }

  private List<List<ScriptSentence>> bodies(List<ScriptSentence> sentences, int[] borders) {
    List<List<ScriptSentence>> bodies = new ArrayList<>();
    int start = 0;
    while (start < sentences.size()) {
      int cut = cut(sentences, borders, start);
      bodies.add(sentences.subList(start, cut));
      start = cut;
    }
    return bodies;
  }

  /**
   * Where the episode that starts here ends: the last of the strongest borders in its later half.
   */
  private int cut(List<ScriptSentence> sentences, int[] borders, int start) {
    Duration length = Duration.ZERO;
    int best = start + 1;
    int strongest = NEVER - 1;
    for (int i = start; i < sentences.size(); i++) {
      boolean late = length.multipliedBy(2).compareTo(plan.target()) >= 0;
      if (i > start && late && borders[i] >= strongest) {
        best = i;
        strongest = borders[i];
      }
      if (i > start && !late && strongest < INSIDE && borders[i] >= INSIDE) {
        best = i; // in the first half any clean border is only better than none
      }
      length = length.plus(ReadingTime.of(sentences.get(i)));
      if (length.compareTo(plan.target()) > 0) {
        return best;
      }
    }
    return sentences.size();
  }

  /** How good a cut before each sentence would be. */
  private int[] borders(List<ScriptSentence> sentences) {
    int[] borders = new int[sentences.size()];
    int block = -1;
    for (int i = 0; i < borders.length; i++) {
      int before = block;
      block = blockOf(sentences.get(i), Math.max(block, 0));
      borders[i] = before < 0 || block == before ? INSIDE : border(before, block);
    }
    return borders;
  }

  private int blockOf(ScriptSentence sentence, int from) {
    int start = sentence.words().get(0).source().start();
    int block = from;
    while (block + 1 < document.blocks().size()
        && document.blocks().get(block + 1).source().start() <= start) {
      block++;
    }
    return block;
  }

  private int border(int before, int after) {
    Block.Kind last = document.blocks().get(before).kind();
    return switch (document.blocks().get(after).kind()) {
      case HEADING -> last == Block.Kind.HEADING ? NEVER : PART;
      case QUESTION -> last == Block.Kind.HEADING ? NEVER : PART;
      case ANSWER -> NEVER;
      case PARAGRAPH -> opens(last) ? NEVER : PARAGRAPH;
      default -> opens(last) ? NEVER : ITEM;
    };
  }

  private static boolean opens(Block.Kind kind) {
    return kind == Block.Kind.HEADING || kind == Block.Kind.QUESTION;
  }
}
