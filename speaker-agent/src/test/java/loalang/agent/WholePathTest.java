// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.FakeOffice;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pole's day: enrolled, ordered, fetched, played, reported, stopped. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholePathTest {
  private static final AiringId NEWS = new AiringId("ban-tin-sang");

  @Test
  void a_new_pole_enrols_fetches_plays_to_the_last_frame_and_reports_each_step(
      @TempDir Path directory) throws Exception {
    // Given
    Tone tone = Tone.of(440, Duration.ofMillis(2_345));
    try (Village village = new Village(directory, tone)) {
      FakeOffice office = village.office();
      AgentProcess agent = village.newAgent();

      // When
      Instant now = Instant.now();
      office.order(new Order.Play(NEWS, tone.ref(), now, now.plusSeconds(60), Priority.ROUTINE));

      // Then
      Report.Ended ended = office.report(Report.Ended.class);
      assertEquals(Outcome.PLAYED, ended.outcome());
      assertEquals(tone.frames(), ended.framesDue());
      assertEquals(tone.frames(), ended.framesRendered());
      assertEquals(NEWS, office.report(Report.Accepted.class).airing());
      assertEquals(tone.digest(), office.report(Report.Ready.class).recording());
      Report.Started started = office.report(Report.Started.class);
      Duration took = Duration.between(started.startedAt(), ended.endedAt());
      assertTrue(took.toMillis() >= 2_200, "a file is written as fast as time passes: " + took);
      assertEquals(44 + 2 * tone.frames(), Files.size(village.wav(NEWS.value())));

      // And when
      agent.terminate();

      // Then
      office.states().await(state -> state.link() == Link.STOPPED);
    }
  }
}
