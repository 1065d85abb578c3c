// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.util.ArrayList;
import java.util.List;
import loalang.announcements.document.Block.Kind;

/** "Có bài tuyên truyền kèm theo": the letter is for the office, its attachment for the village. */
final class CoverLetter {
  private CoverLetter() {}

  /** The blocks with the letter before an attachment marked as such and left out. */
  static List<Block> leftOut(String text, List<Block> blocks) {
    int attachment = attachment(text, blocks);
    List<Block> changed = new ArrayList<>(blocks);
    for (int i = 0; i < attachment; i++) {
      Block block = changed.get(i);
      if (block.spoken()) {
        changed.set(i, new Block(Kind.COVER_LETTER, block.source(), false));
      }
    }
    return changed;
  }

  /** The first block of the attachment; 0 if nothing is attached. */
  private static int attachment(String text, List<Block> blocks) {
    boolean announced = false;
    int end = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Kind kind = blocks.get(i).kind();
      announced |= kind == Kind.ATTACHMENT_NOTE;
      if (kind == Kind.RECIPIENTS || kind == Kind.SIGNATURE) {
        end = i + 1;
      }
      boolean titled = kind == Kind.HEADING && end > 0 && isTitle(text, blocks.get(i));
      if (titled && hasText(blocks, i + 1)) {
        return i;
      }
    }
    return announced && end > 0 && hasText(blocks, end) ? end : 0;
  }

  private static boolean isTitle(String text, Block block) {
    String title = text.substring(block.source().start(), block.source().end());
    return new LetterLine(title).isAttachmentTitle();
  }

  private static boolean hasText(List<Block> blocks, int from) {
    return blocks.stream().skip(from).anyMatch(Block::spoken);
  }
}
