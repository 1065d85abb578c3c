// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.accounts.LoginForm.Origin;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How long somebody stays logged in. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionsTest {
  private static final Instant MORNING = Instant.parse("2026-11-22T00:00:00Z");

  private final Sessions sessions = new Sessions();

  @Test
  void a_session_that_is_used_lives_for_twelve_hours_and_no_longer() {
    open("lan", "t");
    for (int hour = 1; hour < 12; hour++) {
      assertTrue(sessions.use("t", MORNING.plus(Duration.ofHours(hour))).isPresent());
    }
    assertEquals(Optional.empty(), sessions.use("t", MORNING.plus(Duration.ofHours(12))));
    assertEquals(Optional.empty(), sessions.use("t", MORNING)); // it does not come back
  }

  @Test
  void a_session_that_is_left_alone_ends_after_two_hours() {
    open("lan", "t");
    assertTrue(sessions.use("t", MORNING.plus(Duration.ofMinutes(119))).isPresent());
    assertEquals(Optional.empty(), sessions.use("t", MORNING.plus(Duration.ofMinutes(239))));
  }

  @Test
  void the_forms_token_is_the_sessions_own_and_not_its_key() {
    open("lan", "one");
    open("lan", "other");
    String csrf = sessions.use("one", MORNING).orElseThrow().csrfToken();
    assertEquals(csrf, sessions.use("one", MORNING).orElseThrow().csrfToken());
    assertNotEquals(csrf, sessions.use("other", MORNING).orElseThrow().csrfToken());
    assertEquals(Optional.empty(), sessions.use(csrf, MORNING));
    assertEquals("", sessions.of("lan", MORNING).get(0).csrfToken()); // lists show none
  }

  @Test
  void what_is_stored_of_a_token_opens_nothing() {
    open("lan", "t");
    assertEquals(Optional.empty(), sessions.use(Sessions.hash("t"), MORNING));
  }

  @Test
  void all_sessions_of_one_end_except_the_one_that_asked() {
    open("lan", "one");
    open("lan", "other");
    open("huong", "hers");
    String stays = Sessions.id(Sessions.hash("one"));
    sessions.endAll("lan", Optional.of(stays));
    assertEquals(List.of(stays), sessions.of("lan", MORNING).stream().map(Session::id).toList());
    assertFalse(sessions.of("huong", MORNING).isEmpty());
  }

  @Test
  void the_one_that_was_used_longest_ago_gives_way() {
    for (int i = 0; i < Sessions.MOST_OF_ONE; i++) {
      assertEquals(Optional.empty(), sessions.tooMany("lan", MORNING));
      open("lan", "t" + i);
    }
    sessions.use("t0", MORNING.plusSeconds(60));
    String oldest = sessions.tooMany("lan", MORNING.plusSeconds(60)).orElseThrow().id();
    assertNotEquals(Sessions.id(Sessions.hash("t0")), oldest);
  }

  private void open(String account, String token) {
    String hash = Sessions.hash(token);
    sessions.add(
        hash,
        new Session(
            Sessions.id(hash), account, "", MORNING, MORNING, new Origin("10.0.0.1", "Firefox")));
  }
}
