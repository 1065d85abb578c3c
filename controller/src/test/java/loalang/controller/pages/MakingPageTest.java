// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import loalang.announcements.ProductionListener;
import loalang.controller.OfficeTools;
import loalang.controller.kit.Browser;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.SlowProduction;
import loalang.controller.kit.TestOffice;
import loalang.controller.queue.WorkQueue;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.studio.DiskShelf;
import loalang.controller.studio.NoticeProduction;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MakingPageTest {

  /** Codes a sentence whenever the test lets it. */
  private static final class ByHand implements Consumer<NoticeProduction.Task> {
    private final Semaphore sentences = new Semaphore(0);

    @Override
    public void accept(NoticeProduction.Task task) {
      try {
        for (int i = 1; i <= 3; i++) {
          while (!sentences.tryAcquire(5, TimeUnit.MILLISECONDS)) {
            if (task.cancellation().isCancelled()) {
              throw new ProblemException(
                  new Problem("PRODUCTION_CANCELLED", "It was stopped.", "Render it again."));
            }
          }
          task.listener().sentenceReady(new ProductionListener.Progress(i, 3, 100L * i));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void a_long_notice_shows_how_far_it_is_and_can_be_stopped(@TempDir Path data) {
    ByHand voice = new ByHand();
    try (TestOffice office = open(data, voice);
        Browser desk = Browser.desktop(office)) {
      Officer officer = office.officer();
      String id =
          officer
              .post("/notices", "text/plain; charset=utf-8", "Nộp 5.000 đồng. Hai. Ba.")
              .json()
              .getString("id");
      desk.logIn("canbo", office.firstPassword().orElseThrow()).open("/notices/" + id);

      // Another voice is chosen, with the numerals of its people, with the button that reads aloud.
      desk.find("select[name=voice] option[value=freetts-vi-south]").click();
      assertTrue(desk.text().contains("năm nghìn đồng"), desk.text());
      desk.press("Đọc thành tiếng").awaitText("Đang đọc…");
      assertTrue(desk.text().contains("năm ngàn đồng"), desk.text());
      voice.sentences.release();
      desk.awaitText("Đang đọc: 1/3 câu");
      desk.picture("notices-making");
      assertEquals(List.of(), desk.barriers());
      desk.press("Dừng đọc").awaitText("Đã dừng đọc");

      // Once more, to its end: the page shows the recording by itself.
      voice.sentences.drainPermits();
      desk.press("Đọc thành tiếng").awaitText("Đang đọc…");
      voice.sentences.release(3);
      desk.awaitText("Đã đọc thành tiếng");
      assertEquals(1, desk.all(".player audio").size());
      assertTrue(desk.find("option[value=freetts-vi-south]").isSelected());
      assertEquals(
          "freetts-vi-south",
          officer.get("/notices/" + id).json().getJsonObject("production").getString("voice"));
      assertEquals(List.of(), desk.complaints());

      // An emergency shows the same while it is read, and then its sound, by itself.
      FakeNode.join(officer.ticket("thon-mot-1", "thon-mot")).close();
      voice.sentences.drainPermits();
      desk.press("Khẩn cấp").type("body", "Một. Hai. Ba.").find("input[name=zone]").click();
      desk.press("Đọc thành tiếng để nghe thử").awaitText("Đang đọc…");
      voice.sentences.release();
      desk.awaitText("Đang đọc: 1/3 câu");
      desk.picture("emergency-reading");
      assertEquals(List.of(), desk.barriers());
      voice.sentences.release(2);
      desk.awaitText("Đề nghị phát khẩn");
      assertTrue(desk.find("input[name=zone]").isSelected());
      assertEquals(List.of(), desk.complaints());
    }
  }

  private static TestOffice open(Path data, ByHand voice) {
    OfficeTools tools =
        new OfficeTools(
            new SlowProduction(voice),
            DiskShelf::new,
            new WorkQueue.Limits(1, 4, Duration.ofMinutes(1)),
            ReadingQueue.USUAL,
            InstantSource.system());
    return TestOffice.open(TestOffice.config(data), tools);
  }
}
