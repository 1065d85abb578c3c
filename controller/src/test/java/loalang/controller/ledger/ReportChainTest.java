// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import loalang.controller.ledger.ReportChain.Fault;
import loalang.controller.ledger.ReportChain.LinkOfChain;
import loalang.protocol.Digest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportChainTest {
  private static final LinkOfChain ONE = link(1, "", "one");
  private static final LinkOfChain TWO = link(2, "one", "two");
  private static final LinkOfChain THREE = link(3, "two", "three");

  @Test
  void the_first_and_the_next_are_well() {
    assertEquals(List.of(), faults(ONE, none(), none(), none()));
    assertEquals(List.of(), faults(TWO, none(), Optional.of(ONE), none()));
    assertEquals(List.of(), faults(TWO, none(), Optional.of(ONE), Optional.of(THREE)));
  }

  @Test
  void the_same_again_is_well() {
    assertEquals(List.of(), faults(TWO, Optional.of(TWO), Optional.of(ONE), none()));
  }

  @Test
  void one_that_comes_before_its_predecessor_shows_a_gap() {
    assertEquals(List.of(Fault.GAP), faults(THREE, none(), none(), none()));
  }

  @Test
  void one_that_names_another_predecessor_shows_a_broken_chain() {
    LinkOfChain altered = link(2, "another", "two");
    assertEquals(List.of(Fault.BROKEN), faults(altered, none(), Optional.of(ONE), none()));
  }

  @Test
  void one_that_its_successor_does_not_name_shows_a_broken_chain() {
    LinkOfChain exchanged = link(2, "one", "exchanged");
    assertEquals(
        List.of(Fault.BROKEN), faults(exchanged, none(), Optional.of(ONE), Optional.of(THREE)));
  }

  @Test
  void another_with_the_same_number_shows_a_fork() {
    LinkOfChain other = link(2, "one", "other");
    assertEquals(List.of(Fault.FORKED), faults(other, Optional.of(TWO), Optional.of(ONE), none()));
  }

  private static List<Fault> faults(
      LinkOfChain arriving,
      Optional<LinkOfChain> same,
      Optional<LinkOfChain> before,
      Optional<LinkOfChain> after) {
    return ReportChain.faults(arriving, same, before, after);
  }

  private static Optional<LinkOfChain> none() {
    return Optional.empty();
  }

  private static LinkOfChain link(long number, String previous, String own) {
    return new LinkOfChain(
        number, previous.isEmpty() ? Optional.empty() : Optional.of(digest(previous)), digest(own));
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
