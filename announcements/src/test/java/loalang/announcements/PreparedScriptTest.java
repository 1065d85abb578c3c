// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The real production line, with espeak-ng, says the script it is given. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PreparedScriptTest {
  private static final Notice NOTICE = NoticeFile.read("Họp thôn.");

  private final ProduceAnnouncement line =
      ProduceAnnouncement.create(ProductionSettings.standard());

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void the_words_of_the_script_are_spoken_and_not_those_of_the_notice() {
    Production written = produce(NOTICE, script("Họp thôn."));
    Production fixed = produce(NOTICE, script("Họp thôn ba lúc bảy giờ."));

    assertEquals(script("Họp thôn ba lúc bảy giờ."), fixed.report().script());
    assertNotEquals(written.recording().ref().duration(), fixed.recording().ref().duration());
  }

  @Test
  void several_at_once_do_not_speak_each_other_s_words() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Production>> made = new ArrayList<>();
      for (String number : List.of("một", "hai", "ba", "bốn", "năm", "sáu")) {
        Script script = script("Thôn " + number + " họp.");
        made.add(threads.submit(() -> produce(NOTICE, script)));
      }
      List<String> said = new ArrayList<>();
      for (Future<Production> one : made) {
        said.add(one.get(60, TimeUnit.SECONDS).report().script().sentences().get(0).spoken());
      }
      assertEquals(
          List.of(
              "thôn một họp.",
              "thôn hai họp.",
              "thôn ba họp.",
              "thôn bốn họp.",
              "thôn năm họp.",
              "thôn sáu họp."),
          said);
    } finally {
      threads.shutdownNow();
    }
  }

  private Production produce(Notice notice, Script script) {
    return line.produce(notice, script, ProductionListener.NONE, new Cancellation());
  }

  private static Script script(String text) {
    return VietnameseNormaliser.standard().read(text);
  }
}
