// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.dispatch.SelfTestDesk.Result;
import loalang.controller.dispatch.SelfTestDesk.Stage;
import loalang.controller.speakers.Speaker;
import loalang.protocol.Gain;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who is told again how loud to be, and when a self-test counts as unanswered. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VolumeAgainTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final SpeakerId POLE = new SpeakerId("thon-1");
  private static final Volume SOFT = new Volume(new Gain(-12), null);

  private static VolumeStore.Row wish(Optional<Instant> answered, Optional<String> refused) {
    Optional<Volume> obeyed = refused.isEmpty() ? answered.map(at -> SOFT) : Optional.empty();
    return new VolumeStore.Row(1, POLE, SOFT, "tho-dien", NOON, NOON, answered, obeyed, refused);
  }

  private static boolean again(VolumeStore.Row wish, @Nullable Volume plays, Duration later) {
    SpeakerState state =
        new SpeakerState(POLE, Link.ONLINE, NOON, "0.1.0", "none", 0, null, 0, null, plays, null);
    Speaker speaker =
        new Speaker(
            POLE,
            Set.of(),
            SigningKey.generate().verifyKey(),
            true,
            Optional.of(NOON),
            Optional.of(state));
    return VolumeDesk.isToBeToldAgain(wish, speaker, NOON.plus(later));
  }

  private static VolumeStore.Row obeyed() {
    return wish(Optional.of(NOON), Optional.empty());
  }

  @Test
  void a_pole_that_plays_as_it_was_told_is_left_alone() {
    assertEquals(false, again(obeyed(), SOFT, Duration.ofDays(30)));
  }

  @Test
  void a_pole_that_has_forgotten_is_told_again_but_not_while_its_answer_is_on_its_way() {
    assertEquals(false, again(obeyed(), Volume.CALIBRATED, Duration.ofSeconds(30)));
    assertEquals(true, again(obeyed(), Volume.CALIBRATED, Duration.ofSeconds(61)));
  }

  @Test
  void a_pole_of_an_earlier_version_does_not_say_and_is_not_told_for_ever() {
    assertEquals(false, again(obeyed(), null, Duration.ofDays(30)));
  }

  @Test
  void an_order_that_ran_out_unanswered_is_signed_anew() {
    VolumeStore.Row open = wish(Optional.empty(), Optional.empty());
    assertEquals(false, again(open, Volume.CALIBRATED, Duration.ofDays(6)));
    assertEquals(true, again(open, Volume.CALIBRATED, Duration.ofDays(7)));
  }

  @Test
  void a_pole_that_refused_is_not_asked_again_by_itself() {
    VolumeStore.Row refused = wish(Optional.of(NOON), Optional.of("other-zone"));
    assertEquals(false, again(refused, Volume.CALIBRATED, Duration.ofDays(30)));
  }

  @Test
  void a_volume_is_written_and_read_as_the_same() {
    Volume.Hours night =
        new Volume.Hours(LocalTime.of(21, 0), LocalTime.of(5, 30), new Gain(-20.5));
    Volume volume = new Volume(new Gain(-3), List.of(night));
    assertEquals("-3.0 21:00-05:30=-20.5", VolumeText.of(volume));
    assertEquals(volume, VolumeText.parse(VolumeText.of(volume)));
  }

  @Test
  void who_has_not_answered_after_a_minute_does_not() {
    Result asked = new Result("tho-dien", NOON, Optional.empty(), List.of(), Optional.empty());
    assertEquals(Stage.WAITING, asked.stage(NOON.plusSeconds(59)));
    assertEquals(Stage.SILENT, asked.stage(NOON.plusSeconds(60)));
  }

  @Test
  void what_was_not_checked_is_no_fault_and_one_fault_is_enough() {
    SelfCheck left = SelfCheck.left(SelfCheck.SOUND, "quiet-hours");
    assertEquals(Stage.GOOD, found(left).stage(NOON));
    assertEquals(Stage.BAD, found(left, SelfCheck.failed(SelfCheck.DISK_WRITE, "x")).stage(NOON));
  }

  private static Result found(SelfCheck... checks) {
    return new Result("tho-dien", NOON, Optional.of(NOON), List.of(checks), Optional.empty());
  }
}
