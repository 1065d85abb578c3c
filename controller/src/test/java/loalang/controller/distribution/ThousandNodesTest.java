// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A thousand nodes that wake up together, on lines that lose parts; time is moved by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThousandNodesTest {
  private static final Instant START = Instant.parse("2026-11-22T22:00:00Z");
  private static final Digest NEWS = new Digest("aa".repeat(32));
  private static final int SIZE = 240 * 1024; // a minute and a half of speech
  private static final int PARTS = Parts.count(SIZE);
  // One part to a thousand nodes is 131 Mbit: a shorter window would measure whole parts.
  private static final long WINDOW_MILLIS = 4_000;
  private static final AudioRates RATES = new AudioRates(4_000_000, 200_000_000);

  private final Random chance = new Random(20261122);
  private final WantedParts wanted = new WantedParts(WantedParts.Bounds.USUAL, RATES);
  private final Deque<Long> sentLately = new ArrayDeque<>();
  private long deliveredBytes;
  private long mostASecond;

  /** A pole's fetch: asks, waits two seconds from the last part on, asks again, twice as long. */
  private static final class Node {
    private final SpeakerId id;
    private final double loss;
    private final BitSet held = new BitSet();
    private Instant askAt;
    private long patienceMillis = 2_000;
    private boolean listens;
    private Instant done = Instant.MAX;

    Node(int number, double loss, Instant wakes) {
      this.id = new SpeakerId("cot-" + number);
      this.loss = loss;
      this.askAt = wakes;
    }

    void hears(int part, Instant now) {
      if (!held.get(part)) {
        held.set(part);
        patienceMillis = 2_000;
        askAt = now.plusMillis(2_000);
        done = isWhole() ? now : done;
      }
    }

    boolean isWhole() {
      return held.cardinality() == PARTS;
    }
  }

  private void run(List<Node> nodes, Duration limit) {
    for (int millis = 0; millis < limit.toMillis(); millis += 5) {
      Instant now = START.plusMillis(millis);
      nodes.forEach(node -> ask(node, now));
      Optional<WantedParts.Part> part = wanted.next(now);
      while (part.isPresent()) {
        deliver(nodes, part.get(), now);
        part = wanted.next(now);
      }
      if (nodes.stream().allMatch(Node::isWhole)) {
        return;
      }
    }
  }

  private void ask(Node node, Instant now) {
    if (node.isWhole() || now.isBefore(node.askAt)) {
      return;
    }
    List<PartRange> missing = new ArrayList<>();
    for (int part = node.held.nextClearBit(0);
        part < PARTS;
        part = node.held.nextClearBit(part + 1)) {
      missing.add(new PartRange(part, part));
    }
    node.listens = true;
    wanted.add(node.id, new Want(NEWS, SIZE, missing), now);
    node.askAt = now.plusMillis((long) (node.patienceMillis * (1 + chance.nextDouble() / 2)));
    node.patienceMillis = Math.min(60_000, node.patienceMillis * 2);
  }

  private void deliver(List<Node> nodes, WantedParts.Part part, Instant now) {
    int length = Parts.length(part.index(), part.sizeBytes());
    long copies = nodes.stream().filter(node -> node.listens && !node.isWhole()).count();
    note(copies * length, now);
    for (Node node : nodes) {
      if (node.listens && !node.isWhole() && chance.nextDouble() >= node.loss) {
        node.hears(part.index(), now);
      }
    }
  }

  private void note(long bytes, Instant now) {
    deliveredBytes += bytes;
    long at = Duration.between(START, now).toMillis();
    for (long i = 0; i < bytes; i += Parts.SIZE_BYTES) {
      sentLately.add(at);
    }
    while (!sentLately.isEmpty() && sentLately.peek() < at - WINDOW_MILLIS) {
      sentLately.remove();
    }
    mostASecond =
        Math.max(
            mostASecond, (long) sentLately.size() * Parts.SIZE_BYTES * 8 * 1_000 / WINDOW_MILLIS);
  }

  @Test
  void all_have_it_soon_with_little_sent_twice_and_the_line_is_not_overrun() {
    // Given
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      nodes.add(new Node(i, 0.02, START.plusMillis(chance.nextInt(5_000))));
    }

    // When
    run(nodes, Duration.ofMinutes(2));

    // Then: 1,000 copies of 240 KiB take 10 s at 200 Mbit/s
    assertTrue(nodes.stream().allMatch(Node::isWhole));
    Instant last = nodes.stream().map(node -> node.done).max(Instant::compareTo).orElseThrow();
    Duration took = Duration.between(START, last);
    double amplification = deliveredBytes / (1_000.0 * SIZE);
    assertTrue(took.compareTo(Duration.ofSeconds(40)) < 0, "took " + took);
    assertTrue(amplification < 2, "amplification " + amplification);
    assertTrue(mostASecond < 260_000_000, "in a second " + mostASecond + " bit");
  }

  @Test
  void nodes_on_dreadful_lines_do_not_hold_up_the_others() {
    // Given
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      nodes.add(new Node(i, i % 20 == 0 ? 0.7 : 0, START.plusMillis(chance.nextInt(1_000))));
    }

    // When
    run(nodes, Duration.ofMinutes(5));

    // Then
    assertTrue(nodes.stream().allMatch(Node::isWhole), "repair reaches the worst");
    Duration goodOnes =
        Duration.between(
            START,
            nodes.stream()
                .filter(node -> node.loss == 0)
                .map(node -> node.done)
                .max(Instant::compareTo)
                .orElseThrow());
    assertTrue(goodOnes.compareTo(Duration.ofSeconds(15)) < 0, "good lines took " + goodOnes);
  }
}
