// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loalang.announcements.Notice;
import loalang.announcements.script.ReadingWarning;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.studio.EarlierText;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;

/**
 * A notice as it is written, said and heard.
 *
 * @param card as it is kept
 * @param notice what it says about itself
 * @param state how far it has come
 * @param reading how it is said
 * @param history what it was before and where it was heard
 * @param mend the place somebody looks at; empty if none
 * @param making how its recording is made; empty until it is looked up
 * @param consent what approvers say; empty until it is looked up, and without a recording
 * @param problem why the last act was not done
 */
public record NoticePage(
    NoticeCard card,
    Notice notice,
    NoticeState state,
    Reading reading,
    History history,
    Optional<MendForm> mend,
    Optional<Making> making,
    Optional<Consent> consent,
    Optional<Problem> problem) {

  /**
   * How a notice is said.
   *
   * @param lines of this page
   * @param first the number of the first of them, from 0
   * @param of how many there are in all
   * @param doubts the reader's
   * @param fit its length against a slot
   * @param isOther whether the recording says something else
   */
  public record Reading(
      List<ReadingLine> lines,
      int first,
      int of,
      List<ReadingWarning> doubts,
      Fit fit,
      boolean isOther) {
    /** How many sentences a page shows. */
    public static final int PAGE = 200;

    public Reading {
      lines = List.copyOf(lines);
      doubts = List.copyOf(doubts);
    }

    /** The number of a sentence of this page among all, from 0. */
    public int numberOf(ReadingLine line) {
      return first + lines.indexOf(line);
    }

    /** Whether there are sentences behind this page. */
    public boolean hasMore() {
      return first + lines.size() < of;
    }
  }

  /**
   * A length against a slot.
   *
   * @param length of the recording, else as it is estimated
   * @param isEstimate whether it is only estimated
   * @param slot in minutes; 0 if none was asked about
   */
  public record Fit(Duration length, boolean isEstimate, int slot) {
    /** Whether it is not longer than the slot. */
    public boolean fits() {
      return length.compareTo(Duration.ofMinutes(slot)) <= 0;
    }

    /** By how much it is too long. */
    public Duration over() {
      return length.minus(Duration.ofMinutes(slot));
    }

    /** The slots one can ask about, in minutes. */
    public List<Integer> slots() {
      return List.of(1, 2, 3, 5, 10, 15, 20, 30);
    }
  }

  /**
   * What was.
   *
   * @param texts every text, the newest first; empty if it was never changed
   * @param airings the newest first
   */
  public record History(List<EarlierText> texts, List<AiringRecord> airings) {
    public History {
      texts = List.copyOf(texts);
      airings = List.copyOf(airings);
    }
  }

  /** The rest of the address that shows the sentence of a piece. */
  public String around(Piece piece) {
    int number = 0;
    for (ReadingLine line : reading.lines()) {
      number = line.spoken().contains(piece) ? reading.numberOf(line) : number;
    }
    return "?from=" + reading.first() + "#s" + number;
  }

  /** The same page with why something was not done. */
  NoticePage refused(Problem why) {
    return new NoticePage(
        card, notice, state, reading, history, mend, making, consent, Optional.of(why));
  }

  /** The same page with a form. */
  NoticePage mending(MendForm form) {
    return new NoticePage(
        card, notice, state, reading, history, Optional.of(form), making, consent, problem);
  }

  /** The same page with how its recording is made. */
  NoticePage made(Making how) {
    return new NoticePage(
        card,
        notice,
        state,
        reading,
        history,
        mend,
        Optional.of(how),
        consent,
        problem.or(how::failure));
  }

  /** The same page with what approvers say. */
  NoticePage heard(Optional<Consent> said) {
    return new NoticePage(card, notice, state, reading, history, mend, making, said, problem);
  }
}
