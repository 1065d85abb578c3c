// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import loalang.announcements.document.Document;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.ScriptSentence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EpisodeSplitterTest {
  private static final VietnameseNormaliser NORMALISER = VietnameseNormaliser.standard();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void a_short_notice_is_one_episode_with_the_station_s_lines() {
    Episode only = split("Sáng mai tiêm chủng tại trạm y tế.", MINUTE, 1).get(0);

    assertEquals(
        List.of(
            "đây là đài truyền thanh xã tân lập.",
            "mời bà con nghe thông báo về phòng cháy.",
            "sáng mai tiêm chủng tại trạm y tế.",
            "đến đây là hết.",
            "xin cảm ơn bà con đã lắng nghe."),
        spoken(only.asSaid()));
  }

  @Test
  void a_station_that_names_itself_anyway_is_not_named_twice() {
    EpisodePlan plan =
        new EpisodePlan(MINUTE, "Đài truyền thanh xã Tân Lập", "phòng cháy", 1)
            .insideTheLinesOfTheStation();

    Episode only =
        EpisodeSplitter.split(Document.of("Sáng mai tiêm chủng."), NORMALISER, plan).get(0);

    assertEquals(
        List.of("mời bà con nghe thông báo về phòng cháy.", "sáng mai tiêm chủng."),
        spoken(only.asSaid()));
  }

  @Test
  void a_notice_may_be_said_twice() {
    Episode twice = split("Sáng mai tiêm chủng.", MINUTE, 2).get(0);

    String all = String.join(" ", spoken(twice.asSaid()));
    assertEquals(2, all.split("sáng mai tiêm chủng", -1).length - 1);
    assertTrue(all.contains("sau đây, mời bà con nghe lại. sáng mai"));
  }

  @Test
  void no_sentence_is_lost_or_doubled_and_no_episode_is_too_long() {
    String paper = paper(12, 3);
    List<ScriptSentence> whole = NORMALISER.read(Document.of(paper).spokenText()).sentences();

    List<Episode> episodes = split(paper, MINUTE, 1);

    List<ScriptSentence> joined = new ArrayList<>();
    episodes.forEach(episode -> joined.addAll(episode.body()));
    assertEquals(whole, joined);
    assertTrue(episodes.size() > 2);
    for (Episode episode : episodes) {
      assertTrue(ReadingTime.fits(episode.body(), MINUTE), episode.toString());
      assertEquals(episodes.size(), episode.of());
    }
  }

  @Test
  void an_episode_begins_with_a_heading_where_it_can() {
    for (Episode episode : split(paper(9, 3), MINUTE, 1)) {
      assertTrue(episode.body().get(0).spoken().startsWith("phần "), episode.toString());
    }
  }

  @Test
  void a_question_is_never_parted_from_its_answer() {
    String pairs =
        "Câu 1: Hồ sơ gồm những giấy tờ gì?\nTrả lời: " + "Bà con cần chuẩn bị. ".repeat(9);

    for (Episode episode : split((pairs + "\n").repeat(4), Duration.ofSeconds(40), 1)) {
      String first = episode.body().get(0).spoken();
      assertTrue(first.startsWith("câu một"), first);
    }
  }

  @Test
  void a_paragraph_longer_than_an_episode_is_cut_between_sentences() {
    List<Episode> episodes = split("Bà con cần chuẩn bị giấy tờ. ".repeat(60), MINUTE, 1);

    assertTrue(episodes.size() > 1);
    assertTrue(ReadingTime.fits(episodes.get(0).body(), MINUTE));
  }

  @Test
  void parts_name_their_number_and_announce_the_next() {
    List<Episode> episodes = split(paper(6, 3), MINUTE, 1);
    List<String> first = spoken(episodes.get(0).asSaid());
    List<String> last = spoken(episodes.get(episodes.size() - 1).asSaid());

    assertTrue(first.get(1).startsWith("mời bà con nghe phần một trong "), first.get(1));
    assertEquals("mời bà con đón nghe phần hai.", first.get(first.size() - 1));
    assertEquals("xin cảm ơn bà con đã lắng nghe.", last.get(last.size() - 1));
  }

  @Test
  void nothing_to_say_gives_no_episode() {
    assertEquals(List.of(), split("***", MINUTE, 1));
  }

  @Test
  void a_longer_text_takes_longer_and_a_slot_may_be_too_short() {
    List<ScriptSentence> text = NORMALISER.read("Bà con chú ý. ".repeat(35)).sentences();

    assertEquals(Duration.ofMillis(35 * (4 * 2000 / 7 + 500) + 300), ReadingTime.of(text));
    assertFalse(ReadingTime.fits(text, Duration.ofSeconds(30)));
  }

  @Test
  void a_plan_out_of_range_is_refused() {
    Duration short29 = Duration.ofSeconds(29);
    assertThrows(IllegalArgumentException.class, () -> new EpisodePlan(short29, "Đài", "", 1));
    assertThrows(IllegalArgumentException.class, () -> new EpisodePlan(MINUTE, "Đài", "", 3));
  }

  private static List<Episode> split(String paper, Duration target, int times) {
    EpisodePlan plan = new EpisodePlan(target, "Đài truyền thanh xã Tân Lập", "phòng cháy", times);
    return EpisodeSplitter.split(Document.of(paper), NORMALISER, plan);
  }

  /** Parts of about 25 seconds, each with a heading and paragraphs. */
  private static String paper(int parts, int paragraphs) {
    StringBuilder paper = new StringBuilder();
    for (int i = 1; i <= parts; i++) {
      paper.append("II. VIỆC CẦN LÀM\n");
      String paragraph = "Bà con không đốt rác gần rừng. Khi có cháy, gọi ngay 114.\n";
      paper.append(paragraph.repeat(paragraphs));
    }
    return paper.toString();
  }

  private static List<String> spoken(List<ScriptSentence> sentences) {
    return sentences.stream().map(ScriptSentence::spoken).collect(Collectors.toList());
  }
}
