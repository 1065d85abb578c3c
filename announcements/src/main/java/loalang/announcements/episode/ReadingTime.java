// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import java.time.Duration;
import java.util.List;
import loalang.announcements.script.ScriptSentence;

/**
 * How long a script takes to say at ordinary tempo, estimated before anything is synthesised: 3.5
 * syllables a second (a calm announcer says 200 to 220 a minute) and the silences as written.
 */
public final class ReadingTime {
  private static final int SYLLABLES_IN_TWO_SECONDS = 7;
  private static final Duration COMMA = Duration.ofMillis(200);

  private ReadingTime() {}

  /** The estimate for sentences said one after another; zero for none. */
  public static Duration of(List<ScriptSentence> sentences) {
    Duration total = Duration.ZERO;
    for (ScriptSentence sentence : sentences) {
      total = total.plus(of(sentence));
    }
    return total;
  }

  /** The estimate for one sentence and the silence after it. */
  public static Duration of(ScriptSentence sentence) {
    long commas = sentence.spoken().chars().filter(letter -> letter == ',').count();
    return Duration.ofMillis(sentence.words().size() * 2000L / SYLLABLES_IN_TWO_SECONDS)
        .plus(COMMA.multipliedBy(commas))
        .plus(sentence.pauseAfter().length());
  }

  /** Whether the sentences fit a slot of this length. */
  public static boolean fits(List<ScriptSentence> sentences, Duration slot) {
    return of(sentences).compareTo(slot) <= 0;
  }
}
