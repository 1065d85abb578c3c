// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.release.Signature;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each state of a version has its legal exits and no others. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApprovalTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final Signature LAN = new Signature("lan", NOON);
  private static final Signature BINH = new Signature("binh", NOON.plusSeconds(60));
  private static final Set<String> AUTHORS = Set.of("lan", "huong");
  private static final Approval.Sent SENT = new Approval.Draft().sentBy(LAN);

  @Test
  void a_version_is_sent_and_approved_by_another_person() {
    Approval.Approved approved = SENT.approvedBy(BINH, AUTHORS);
    assertTrue(approved.isClear());
    assertEquals(LAN, approved.sent());
    assertEquals(BINH, approved.by());
  }

  @Test
  void what_was_returned_has_a_reason_and_may_be_sent_again() {
    Approval.Returned returned = SENT.returnedBy(BINH, AUTHORS, "Sai ngày.");
    assertFalse(returned.isClear());
    assertEquals("Sai ngày.", returned.reason());
    assertInstanceOf(Approval.Sent.class, returned.sentBy(LAN));
  }

  static Stream<Signature> authors() {
    return Stream.of(
        LAN, // sent it
        new Signature("huong", NOON), // mended it
        new Signature("LAN", NOON)); // typed otherwise
  }

  @ParameterizedTest
  @MethodSource("authors")
  void no_author_decides(Signature author) {
    assertEquals("APPROVAL_SAME_PERSON", code(() -> SENT.approvedBy(author, AUTHORS)));
    assertEquals("APPROVAL_SAME_PERSON", code(() -> SENT.returnedBy(author, AUTHORS, "x")));
  }

  static Stream<Approval> undecidable() {
    return Stream.of(
        new Approval.Draft(),
        SENT.approvedBy(BINH, AUTHORS),
        SENT.returnedBy(BINH, AUTHORS, "x"),
        new Approval.Waived(LAN));
  }

  @ParameterizedTest
  @MethodSource("undecidable")
  void only_what_was_sent_can_be_decided(Approval state) {
    assertEquals("APPROVAL_NOT_SENT", code(state::undecided));
  }

  @Test
  void what_is_sent_or_approved_is_not_sent_again() {
    assertEquals("APPROVAL_NOT_SENT", code(() -> SENT.sentBy(LAN)));
    assertEquals("APPROVAL_NOT_SENT", code(() -> SENT.approvedBy(BINH, AUTHORS).sentBy(LAN)));
  }

  @Test
  void neither_a_draft_nor_what_waits_is_clear() {
    assertFalse(new Approval.Draft().isClear());
    assertFalse(SENT.isClear());
    assertTrue(new Approval.Waived(LAN).isClear());
  }

  @Test
  void other_words_or_another_sound_are_another_version() {
    AnnouncementId notice = new AnnouncementId("moi-hop-1");
    Digest sound = Digest.of(new byte[] {1});
    String word = NoticeVersion.of(notice, "Mời họp.", sound).word();
    assertEquals(word, NoticeVersion.of(notice, "Mời họp.", sound).word());
    assertNotEquals(word, NoticeVersion.of(notice, "Mời họp!", sound).word());
    assertNotEquals(word, NoticeVersion.of(notice, "Mời họp.", Digest.of(new byte[] {2})).word());
  }

  @Test
  void an_emergency_takes_two_people_within_half_an_hour() {
    Emergency wish =
        new Emergency(
            new AiringId("khan-1"),
            new AnnouncementId("lu-ve-1"),
            Digest.of(new byte[] {1}),
            Set.of(new PagingZone("xa")),
            LAN);
    assertEquals(Optional.empty(), wish.refusal(BINH));
    assertEquals("RELEASE_SAME_PERSON", wish.refusal(LAN).map(Problem::code).orElse(""));
    Signature late = new Signature("binh", NOON.plusSeconds(1800));
    assertEquals("EMERGENCY_EXPIRED", wish.refusal(late).map(Problem::code).orElse(""));
    assertThrows(IllegalArgumentException.class, () -> new TwoPeople(LAN, LAN));
  }

  private static String code(Runnable work) {
    return assertThrows(ProblemException.class, work::run).problem().code();
  }
}
