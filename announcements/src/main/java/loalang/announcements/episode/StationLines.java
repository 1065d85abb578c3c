// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import java.util.List;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.ScriptSentence;

/**
 * What the station says of itself around an episode.
 *
 * @param opening before it
 * @param again before it is said once more
 * @param closing after it
 */
public record StationLines(
    List<ScriptSentence> opening, List<ScriptSentence> again, List<ScriptSentence> closing) {
  public StationLines {
    opening = List.copyOf(opening);
    again = List.copyOf(again);
    closing = List.copyOf(closing);
  }

  static StationLines of(EpisodePlan plan, int number, int parts, Normaliser normaliser) {
    String part = parts == 1 ? "" : " phần %d trong %d phần".formatted(number, parts);
    String what = plan.subject().isBlank() ? "" : " về " + plan.subject().strip();
    String told = parts == 1 ? " thông báo" + what : part + " bài tuyên truyền" + what;
    String name = plan.station().isBlank() ? "" : "Đây là %s. ".formatted(plan.station().strip());
    String thanks = name.isEmpty() ? "" : "Đến đây là hết. Xin cảm ơn bà con đã lắng nghe.";
    String opening = "%sMời bà con nghe%s.".formatted(name, told);
    String closing =
        number < parts
            ? "Phần %d đến đây là hết. Mời bà con đón nghe phần %d.".formatted(number, number + 1)
            : thanks;
    return new StationLines(
        normaliser.read(opening).sentences(),
        normaliser.read("Sau đây, mời bà con nghe lại.").sentences(),
        normaliser.read(closing).sentences());
  }
}
