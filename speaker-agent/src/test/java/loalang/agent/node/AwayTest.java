// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loalang.agent.playback.Player;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.report.Outcome;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole pole without its office for an hour, and without power for three days. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AwayTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Digest SOUND = Digest.of(new byte[1]);
  private static final long FRAMES = 48_000 * 10;

  private HandMovedPole pole;
  private long sequence;

  AwayTest(@TempDir Path directory) {
    pole = new HandMovedPole(directory, NOON);
    pole.inbox().connected();
    pole.happen();
  }

  @Test
  void an_hour_without_the_office_is_played_by_the_plan_and_told_once_afterwards() {
    // Given
    List<Order.Play> hour = new ArrayList<>();
    for (int minutes = 5; minutes < 60; minutes += 5) {
      hour.add(play("phut-" + minutes, NOON.plus(Duration.ofMinutes(minutes))));
    }
    plan(MONDAY, hour);
    pole.told();

    // When
    pole.inbox().disconnected("the broker is gone");
    for (Order.Play play : hour) {
      sounds(play);
    }
    List<String> meanwhile = pole.told();
    pole.now = NOON.plus(Duration.ofHours(1));
    pole.inbox().connected();
    pole.happen();

    // Then
    assertEquals(List.of(), meanwhile);
    assertEquals(
        hour.stream().map(Order.Play::airing).toList(),
        pole.played.stream().map(Player.Task::airing).toList());
    List<String> told = pole.told();
    assertEquals(hour.size(), told.stream().filter("Started"::equals).count());
    assertEquals(hour.size(), told.stream().filter("Ended"::equals).count());
  }

  @Test
  void three_days_without_power_are_owned_up_to_and_the_fourth_is_played() {
    // Given
    List<Order.Play> days = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      Order.Play play = play("ngay-" + day, NOON.plus(Duration.ofDays(day)).plusSeconds(600));
      days.add(play);
      plan(MONDAY.plusDays(day), List.of(play));
    }
    pole.told();

    // When
    pole = pole.backAt(NOON.plus(Duration.ofDays(3)));
    pole.inbox().connected();
    pole.happen();

    // Then
    List<String> told = pole.told();
    assertEquals(3, told.stream().filter("Ended"::equals).count());
    sounds(days.get(3));
    assertEquals(
        List.of(days.get(3).airing()), pole.played.stream().map(Player.Task::airing).toList());

    // And nothing of it is told again after the next cut
    pole.told();
    pole = pole.backAt(NOON.plus(Duration.ofDays(3)).plusSeconds(3_600));
    pole.inbox().acknowledgement(new byte[0]);
    pole.happen();
    assertEquals(List.of(), pole.played);
  }

  private void sounds(Order.Play play) {
    pole.now = play.startAt();
    pole.inbox().tell(node -> node.recordingReady(SOUND, FRAMES));
    pole.inbox().tell(SpeakerNode::pulse);
    pole.happen();
    pole.inbox().tell(node -> node.soundStarted(play.airing(), play.startAt()));
    pole.now = play.startAt().plusSeconds(10);
    Rendering whole = new Rendering(Outcome.PLAYED, FRAMES, FRAMES);
    pole.inbox().tell(node -> node.soundEnded(play.airing(), whole));
    pole.happen();
  }

  private static Order.Play play(String name, Instant start) {
    RecordingRef recording = new RecordingRef(SOUND, 9, Duration.ofSeconds(10));
    return new Order.Play(
        new AiringId(name), recording, start, start.plusSeconds(60), Priority.ROUTINE);
  }

  private void plan(LocalDate day, List<Order.Play> plays) {
    Warrant warrant =
        new Warrant(
            ++sequence,
            Issuer.COMMUNE,
            HandMovedPole.COMMUNE,
            Set.of(HandMovedPole.ZONE),
            NOON.minusSeconds(60),
            NOON.plus(Duration.ofDays(7)));
    List<PlannedPlay> planned =
        plays.stream().map(play -> new PlannedPlay(Set.of(HandMovedPole.ZONE), play)).toList();
    byte[] issued = Wire.PLAN.encode(new IssuedPlan(warrant, new DayPlan(day, 1, planned)));
    pole.inbox().plan(new EnvelopeSigner(pole.office).seal(MessageType.PLAN, issued), () -> {});
    pole.happen();
  }
}
