// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a document and the use of each of its lines. Immutable, any thread.
 *
 * @param text Unicode NFC, one line per paragraph, item or row
 * @param blocks its lines that are not blank, in order
 */
public record Document(String text, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** A plain text as a document: its structure recognised. */
  public static Document of(String text) {
    return Structure.of(text);
  }

  /**
   * What the loudspeaker says. As long as {@link #text}, with blanks in place of what is left out,
   * so that a place in the one is the same place in the other.
   */
  public String spokenText() {
    StringBuilder spoken = new StringBuilder(text);
    for (Block block : blocks) {
      for (int i = block.source().start(); !block.spoken() && i < block.source().end(); i++) {
        spoken.setCharAt(i, ' ');
      }
    }
    return spoken.toString();
  }

  /**
   * This document with one block put back or left out.
   *
   * @param index of the block, from 0
   * @throws IndexOutOfBoundsException if there is no such block
   */
  public Document withSpoken(int index, boolean spoken) {
    List<Block> changed = new ArrayList<>(blocks);
    Block block = changed.get(index);
    changed.set(index, new Block(block.kind(), block.source(), spoken));
    return new Document(text, changed);
  }

  /** The characters of a block. */
  public String textOf(Block block) {
    return text.substring(block.source().start(), block.source().end());
  }

  /** The kinds in order, for a glance at the structure. */
  public String outline() {
    return blocks.stream().map(block -> block.kind().name()).collect(Collectors.joining(" "));
  }
}
