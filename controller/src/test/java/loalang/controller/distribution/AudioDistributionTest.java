// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import loalang.controller.broker.Incoming;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AudioDistributionTest {
  private static final int SIZE = 2 * Parts.SIZE_BYTES;
  private static final Topics TOPICS = new Topics(new CommuneId("xa"));
  private static final Digest BULK = new Digest("aa".repeat(32));
  private static final Digest STORM = new Digest("bb".repeat(32));

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T22:00:00Z"));
  private final BlockingQueue<String> published = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    vertx.close();
  }

  /** Sixteen KiB of each recording take eight seconds to a node of this rate. */
  private AudioDistribution slowLines() {
    AudioDistribution.Source source =
        new AudioDistribution.Source() {
          @Override
          public Future<Optional<Long>> sizeOf(Digest recording) {
            return Future.succeededFuture(Optional.of((long) SIZE));
          }

          @Override
          public Future<byte[]> piece(Digest recording, long offset, int length) {
            return Future.succeededFuture(new byte[length]);
          }
        };
    AudioDistribution.Road road =
        AudioDistribution.Road.usual(
            TOPICS,
            message -> {
              published.add(message.topic());
              return Future.succeededFuture();
            },
            new AudioRates(16_000, 200_000_000));
    return new AudioDistribution(vertx, source, road, now::get);
  }

  private static Incoming want(String node, Digest recording) {
    Want want = new Want(recording, SIZE, List.of(new PartRange(0, 1)));
    return new Incoming(
        TOPICS.want(new SpeakerId(node)),
        Buffer.buffer(Wire.WANT.encode(want)),
        Optional.empty(),
        false,
        Instant.EPOCH);
  }

  @Test
  void what_waits_for_a_slow_line_does_not_hold_up_another_node() throws InterruptedException {
    // Given: the second part for the first node is due in eight seconds
    Context context = vertx.getOrCreateContext();
    AudioDistribution distribution = slowLines();
    ask(context, distribution, want("cot-1", BULK));
    assertEquals(TOPICS.audio(BULK), published.poll(30, TimeUnit.SECONDS));

    // When
    ask(context, distribution, want("cot-2", STORM));

    // Then
    assertEquals(TOPICS.audio(STORM), published.poll(30, TimeUnit.SECONDS));
    assertTrue(published.isEmpty(), "and no node gets more than its rate");
  }

  /** Asks, and moves the clock past the window in which wants become one. */
  private void ask(Context context, AudioDistribution distribution, Incoming want) {
    context.runOnContext(
        ignored -> {
          distribution.onWant(want);
          now.updateAndGet(instant -> instant.plusMillis(60));
        });
  }
}
