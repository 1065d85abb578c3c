// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may what, where: the whole table. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ActorTest {
  private static final Set<PagingZone> NONE = Set.of();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "NOTHING_NEEDED,   officer approver hamlet-head technician viewer admin",
    "KEEP_OWN_ACCOUNT, officer approver hamlet-head technician viewer admin",
    "READ,             officer approver hamlet-head technician viewer admin",
    "WRITE_NOTICES,    officer hamlet-head",
    "AIR,              officer hamlet-head",
    "STOP,             officer approver hamlet-head",
    "ASK_EMERGENCY,    officer approver hamlet-head",
    "ASK_RELEASE,      officer approver hamlet-head",
    "RELEASE,          approver",
    "APPROVE,          approver",
    "PLAN,             officer",
    "EDIT_DICTIONARY,  officer",
    "ADD_SPEAKERS,     technician",
    "TUNE_SPEAKERS,    officer technician",
    "CHECK_MACHINE,    technician admin",
    "MANAGE_ACCOUNTS,  admin",
    "CHANGE_SETTINGS,  admin",
    "READ_AUDIT,       admin"
  })
  void these_roles_may_and_no_others(Permission permission, String roles) {
    String may =
        Arrays.stream(Role.values())
            .filter(role -> person(Grant.everywhere(role)).refusal(permission).isEmpty())
            .map(Role::word)
            .collect(Collectors.joining(" "));
    assertEquals(roles, may);
  }

  @ParameterizedTest(name = "granted {0}, asked {1}: {2}")
  @CsvSource({
    "'',            thon-1,        true", // the whole commune
    "'',            thon-1 thon-2, true",
    "thon-1,        thon-1,        true",
    "thon-1,        thon-2,        false",
    "thon-1,        thon-1 thon-2, false",
    "thon-1 thon-2, thon-1 thon-2, true",
    "thon-1 thon-2, thon-2,        true",
    "thon-1,        '',            false", // nowhere in particular is everywhere
  })
  void a_grant_holds_in_its_zones_and_in_no_other(String granted, String asked, boolean may) {
    Actor head = person(new Grant(Role.HAMLET_HEAD, zones(granted)));
    assertEquals(may, head.refusal(Permission.AIR, zones(asked)).isEmpty());
  }

  @Test
  void two_roles_add_up() {
    Actor both =
        person(
            new Grant(Role.HAMLET_HEAD, zones("thon-1")), new Grant(Role.OFFICER, zones("thon-2")));
    assertTrue(both.refusal(Permission.AIR, zones("thon-1 thon-2")).isEmpty());
    assertEquals("NOT_ALLOWED", code(both, Permission.AIR, "thon-1 thon-3"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Permission.class,
      names = {"PLAN", "EDIT_DICTIONARY", "APPROVE"})
  void what_is_heard_everywhere_needs_a_grant_for_everywhere(Permission permission) {
    Role role = permission == Permission.APPROVE ? Role.APPROVER : Role.OFFICER;
    Actor scoped = person(new Grant(role, zones("thon-1")));
    assertEquals("NOT_ALLOWED", scoped.refusal(permission).map(Problem::code).orElse(""));
    assertEquals("NOT_ALLOWED", code(scoped, permission, "thon-1"));
  }

  @Test
  void an_admin_is_one_of_the_whole_commune() {
    assertThrows(IllegalArgumentException.class, () -> new Grant(Role.ADMIN, zones("thon-1")));
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void whoever_has_a_one_time_password_keeps_their_account_and_does_nothing_else(
      Permission permission) {
    List<Grant> all = Arrays.stream(Role.values()).map(Grant::everywhere).toList();
    Actor fresh = new Actor.Person("lan", all, true);
    boolean isOwn =
        permission == Permission.KEEP_OWN_ACCOUNT || permission == Permission.NOTHING_NEEDED;
    String expected = isOwn ? "" : "PASSWORD_CHANGE_NEEDED";
    assertEquals(expected, fresh.refusal(permission).map(Problem::code).orElse(""));
    assertEquals(expected, code(fresh, permission, "thon-1"));
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void a_stranger_sees_that_the_office_works_and_no_more(Permission permission) {
    String expected = permission == Permission.NOTHING_NEEDED ? "" : "LOGIN_NEEDED";
    Actor stranger = new Actor.Stranger();
    assertEquals(expected, stranger.refusal(permission).map(Problem::code).orElse(""));
    assertEquals(expected, code(stranger, permission, "thon-1"));
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void the_command_line_may_everything_and_has_no_password(Permission permission) {
    String expected = permission == Permission.KEEP_OWN_ACCOUNT ? "NOT_AN_ACCOUNT" : "";
    Actor commandLine = new Actor.CommandLine();
    assertEquals(expected, commandLine.refusal(permission).map(Problem::code).orElse(""));
    assertEquals(expected, code(commandLine, permission, "thon-1"));
  }

  @Test
  void a_refusal_says_who_may() {
    Problem why = person(Grant.everywhere(Role.VIEWER)).refusal(Permission.STOP).orElseThrow();
    assertTrue(why.whatHappened().contains("\"lan\" may not stop"), why.toString());
    assertTrue(why.nextStep().contains("officer, approver, hamlet-head"), why.toString());
  }

  @Test
  void nobody_without_a_role_may_even_look() {
    assertEquals("NOT_ALLOWED", person().refusal(Permission.READ).orElseThrow().code());
  }

  private static Actor person(Grant... grants) {
    return new Actor.Person("lan", List.of(grants), false);
  }

  private static String code(Actor actor, Permission permission, String zones) {
    return actor.refusal(permission, zones(zones)).map(Problem::code).orElse("");
  }

  private static Set<PagingZone> zones(String names) {
    return names.isEmpty()
        ? NONE
        : Arrays.stream(names.split(" ", -1)).map(PagingZone::new).collect(Collectors.toSet());
  }
}
