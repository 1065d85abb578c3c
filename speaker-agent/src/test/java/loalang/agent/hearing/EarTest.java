// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import loalang.protocol.AiringId;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EarTest {
  private static final int RATE = 16_000;
  private static final AiringId AIRING = new AiringId("ban-tin-sang");
  private static final long SECOND = 1_000_000_000L;

  /** Tells an ear a street in pieces of 20 ms, which starts to sound after one second. */
  private static Ear told(float[] street, double endSecond) {
    Ear ear = new Ear(RATE);
    int piece = RATE / 50;
    for (int from = 0; from + piece <= street.length; from += piece) {
      long nanos = 77 * SECOND + SECOND * (from + piece) / RATE;
      if (from == RATE + 2 * piece) {
        ear.started(78 * SECOND); // told a little late, as by another thread
      }
      if (from >= endSecond * RATE) {
        ear.ended(77 * SECOND + (long) (endSecond * SECOND));
      }
      long late = from % 3 == 0 ? 0 : 9_000_000; // a thread that was not woken at once
      ear.hear(Arrays.copyOfRange(street, from, from + piece), piece, nanos + late);
    }
    return ear;
  }

  private static Report.Heard heard(float[] street) {
    return told(street, 9).evidence(AIRING).orElseThrow();
  }

  @Test
  void a_chime_over_a_quiet_room_is_heard_where_it_is_and_as_loud_as_it_is() {
    // Given
    float[] street = Sounds.noise(1, 10 * RATE, 0.001);
    Sounds.mix(street, Sounds.noise(2, 8 * RATE, 0.1), RATE, 1);
    Sounds.mix(street, Sounds.chirp(RATE, 0.2), RATE + 1_740 * RATE / 1_000, 1);

    // When
    Report.Heard heard = heard(street);

    // Then
    assertNotNull(heard.chirp());
    assertEquals(1_740, heard.chirp().offsetMillis(), 5);
    assertTrue(heard.chirp().correlationPercent() > 50, heard.toString());
    assertEquals(-20, heard.programmeDbfs(), 1);
    assertEquals(Integer.valueOf(-60), heard.roomDbfs());
    assertFalse(heard.howling());
  }

  @Test
  void a_loudspeaker_that_is_silent_is_not_heard_and_no_louder_than_its_room() {
    Report.Heard heard = heard(Sounds.noise(1, 10 * RATE, 0.01));

    assertEquals(new Report.Heard(AIRING, null, -40, -40, false), heard);
  }

  @Test
  void a_chirp_of_before_the_start_is_a_neighbour_s() {
    float[] street = Sounds.noise(1, 10 * RATE, 0.001);
    Sounds.mix(street, Sounds.chirp(RATE, 0.2), RATE / 2, 1);

    assertNull(heard(street).chirp());
  }

  @Test
  void howling_is_heard_when_it_begins_under_the_programme_and_stays() {
    float[] street = Sounds.babble(3, 10 * RATE, RATE);
    Sounds.mix(street, Sounds.tone(1_310, RATE, 5 * RATE, 30), 4 * RATE, 1);

    assertTrue(heard(street).howling());
  }

  @Test
  void speech_rain_bells_and_a_steady_tone_are_no_howling() {
    float[] bell = Sounds.tone(880, RATE, 3 * RATE, 0);
    for (int i = 0; i < bell.length; i++) {
      bell[i] *= (float) Math.exp(-4.0 * i / RATE);
    }
    float[] tone = Sounds.tone(1_000, RATE, 7 * RATE, 0);
    float[] chime = Sounds.chirp(RATE, 0.5);
    for (float[] sound :
        new float[][] {bell, tone, chime, Sounds.babble(5, 8 * RATE, RATE), new float[1]}) {
      float[] street = Sounds.noise(1, 10 * RATE, 0.002);
      Sounds.mix(street, sound, 2 * RATE, 1);

      assertFalse(heard(street).howling());
    }
  }

  @Test
  void three_minutes_of_speaking_people_do_not_howl() {
    Report.Heard heard =
        told(Sounds.babble(11, 180 * RATE, RATE), 179).evidence(AIRING).orElseThrow();

    assertFalse(heard.howling());
    assertNull(heard.chirp());
  }

  @Test
  void a_microphone_that_gave_nothing_and_an_airing_that_never_began_are_no_evidence() {
    Ear deaf = new Ear(RATE);
    deaf.started(SECOND);
    deaf.ended(5 * SECOND);
    Ear early = new Ear(RATE);
    early.hear(new float[4 * RATE], 4 * RATE, 5 * SECOND);

    assertTrue(deaf.evidence(AIRING).isEmpty());
    assertTrue(early.evidence(AIRING).isEmpty());
  }

  @Test
  void without_time_before_the_start_the_room_is_not_known() {
    Ear ear = new Ear(RATE);
    ear.started(SECOND);
    ear.hear(Sounds.noise(1, RATE, 0.1), RATE, 2 * SECOND);

    assertNull(ear.evidence(AIRING).orElseThrow().roomDbfs());
  }
}
