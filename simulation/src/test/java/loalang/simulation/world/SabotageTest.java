// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import loalang.agent.playback.RenderingRule;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.playout.QuietHours;
import loalang.agent.playout.Rendering;
import loalang.controller.ledger.AiringState;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.simulation.disk.Card;
import loalang.simulation.signature.SimulatedSignatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/** One part of the world is broken on purpose, and the witness names the promise it breaks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SabotageTest {
  private static final Studio STUDIO = Studio.open();

  @BeforeAll
  static void signatures() {
    SimulatedSignatures.install();
  }

  private TestInfo test;
  private TestReporter reporter;

  @BeforeEach
  void told(TestInfo info, TestReporter told) {
    test = info;
    reporter = told;
  }

  /** How many seeds it takes is told in docs/simulation.md. */
  private void assertCaught(Promise promise, long within, Workshop sabotaged) {
    Set<Promise> others = EnumSet.noneOf(Promise.class);
    for (long seed = 1; seed <= within; seed++) {
      Optional<Broken> broken = new Village(seed).live(sabotaged, STUDIO).broken();
      if (broken.isPresent() && broken.get().promise() == promise) {
        reporter.publishEntry(test.getDisplayName(), "seed " + seed);
        return;
      }
      broken.ifPresent(one -> others.add(one.promise()));
    }
    fail("%s was not caught within %d seeds, only %s".formatted(promise, within, others));
  }

  @Test
  void a_pole_that_trusts_the_stranger_breaks_s1() {
    assertCaught(
        Promise.S1,
        40,
        new Workshop() {
          @Override
          public List<TrustedKey> granted(List<TrustedKey> office, TrustedKey stranger) {
            List<TrustedKey> all = new ArrayList<>(office);
            all.add(stranger);
            return all;
          }
        });
  }

  @Test
  void a_journal_that_is_empty_after_each_start_breaks_s2() {
    assertCaught(
        Promise.S2,
        200,
        new Workshop() {
          @Override
          public boolean watches(Promise promise) {
            return promise == Promise.S2; // the chain of reports breaks sooner
          }

          @Override
          public boolean forgetsJournal() {
            return true;
          }
        });
  }

  @Test
  void quiet_hours_at_another_hour_break_s3() {
    QuietHours atNoon =
        new QuietHours(LocalTime.of(12, 0), LocalTime.of(12, 1), QuietHours.VIETNAM);
    assertCaught(
        Promise.S3,
        40,
        new Workshop() {
          @Override
          public PlayoutRules rules(PlayoutRules rules) {
            return rules.withQuietHours(atNoon);
          }
        });
  }

  @Test
  void a_card_that_says_it_has_the_bytes_and_has_not_breaks_s4() {
    assertCaught(
        Promise.S4,
        60,
        new Workshop() {
          @Override
          public Card card(long mostBytes, RandomGenerator chance, LongSupplier nowMillis) {
            return new Card(mostBytes, chance, nowMillis) {
              @Override
              protected boolean keeps(String name) {
                return !name.equals("/journal");
              }
            };
          }
        });
  }

  @Test
  void a_device_that_is_believed_whatever_it_took_breaks_s5() {
    assertCaught(
        Promise.S5,
        60,
        new Workshop() {
          @Override
          public Rendering judged(RenderingRule rule, RenderingRule.Observed seen) {
            return new Rendering(Outcome.PLAYED, seen.framesDue(), seen.framesDue());
          }
        });
  }

  @Test
  void an_office_that_forgets_its_deadlines_in_a_crash_breaks_s6() {
    assertCaught(
        Promise.S6,
        200,
        new Workshop() {
          @Override
          public boolean officeResumesDeadlines() {
            return false;
          }
        });
  }

  @Test
  void a_device_that_is_not_silent_when_it_is_told_breaks_s7() {
    assertCaught(
        Promise.S7,
        400,
        new Workshop() {
          @Override
          public boolean haltsWhenTold() {
            return false;
          }
        });
  }

  @Test
  void a_device_that_is_not_silent_when_it_is_told_breaks_s9() {
    assertCaught(
        Promise.S9,
        400,
        new Workshop() {
          @Override
          public boolean watches(Promise promise) {
            return promise == Promise.S9; // quiet hours end in the same way, and more often
          }

          @Override
          public boolean haltsWhenTold() {
            return false;
          }
        });
  }

  @Test
  void a_clock_that_lags_and_is_believed_breaks_s8() {
    assertCaught(
        Promise.S8,
        200,
        new Workshop() {
          @Override
          public Duration clockLag() {
            return Duration.ofMinutes(40);
          }
        });
  }

  @Test
  void a_broker_that_forgets_plans_breaks_l1() {
    assertCaught(
        Promise.L1,
        100,
        new Workshop() {
          @Override
          public boolean brokerRetains(String topic) {
            return !topic.contains("/plan/");
          }
        });
  }

  @Test
  void a_ledger_that_believes_the_last_that_came_breaks_s6() {
    assertCaught(
        Promise.S6,
        200,
        new Workshop() {
          @Override
          public AiringState fold(
              long sequence, Collection<NumberedReport> reports, Optional<Instant> passed) {
            AiringState state = super.fold(sequence, reports, passed);
            return passed.isPresent() ? new AiringState.Missing(passed.get(), state) : state;
          }
        });
  }

  @Test
  void honest_parts_break_nothing_in_the_same_seeds() {
    for (long seed = 1; seed <= 10; seed++) {
      assertEquals(Optional.empty(), new Village(seed).live(new Workshop(), STUDIO).broken());
    }
  }
}
