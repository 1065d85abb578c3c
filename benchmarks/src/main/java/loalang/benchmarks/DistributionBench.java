// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContextBuilder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loalang.controller.broker.BrokerLink;
import loalang.controller.broker.EmbeddedBroker;
import loalang.controller.broker.LinkSettings;
import loalang.controller.distribution.AudioDistribution;
import loalang.controller.distribution.AudioRates;
import loalang.controller.tls.BrokerCertificate;
import loalang.controller.tls.OfficeAuthority;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** So many nodes that wake up together, over TLS and the real embedded broker, in this process. */
final class DistributionBench {
  private static final Logger LOG = LoggerFactory.getLogger(DistributionBench.class);
  private static final String BENCH = "distribution";
  private static final int SIZE = 240 * 1024; // a minute and a half of speech
  private static final int LIMIT_SECONDS = 300;
  private static final double NANOS_A_SECOND = 1e9;
  private static final Topics TOPICS = new Topics(new CommuneId("bench"));

  private final int nodes;
  private final AudioRates rates;
  private final List<Figure> figures = new ArrayList<>();

  DistributionBench(int nodes, AudioRates rates) {
    this.nodes = nodes;
    this.rates = rates;
  }

  List<Figure> run() throws Exception {
    byte[] sound = new byte[SIZE];
    new Random(1).nextBytes(sound);
    Vertx vertx = Vertx.vertx();
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try (Folder folder = Folder.make()) {
      BrokerCertificate certificate =
          new OfficeAuthority(TOPICS.commune(), List.of())
              .certificate(folder.path().resolve("tls"), Instant.now());
      try (EmbeddedBroker broker =
          OpenBroker.start(folder.path().resolve("broker"), 0, certificate)) {
        BrokerLink link = office(vertx, broker.port(), certificate, sound);
        measure(broker.port(), certificate, sound, loops);
        await(link.close());
      }
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
      await(vertx.close());
    }
    return figures;
  }

  private BrokerLink office(Vertx vertx, int port, BrokerCertificate certificate, byte[] sound)
      throws Exception {
    Context context = vertx.getOrCreateContext();
    LinkSettings settings =
        new LinkSettings(
            "ssl://127.0.0.1:" + port,
            "office",
            "bench",
            Duration.ZERO,
            BrokerCertificate.trusting(certificate.authority()));
    BrokerLink link = new BrokerLink(context, settings, InstantSource.system());
    AudioDistribution.Road road = AudioDistribution.Road.usual(TOPICS, link::publish, rates);
    AudioDistribution distribution =
        new AudioDistribution(vertx, new InMemory(sound), road, InstantSource.system());
    link.on(TOPICS.everyWant(), distribution::onWant);
    await(link.open());
    return link;
  }

  /** One recording. */
  private static final class InMemory implements AudioDistribution.Source {
    private final byte[] sound;

    InMemory(byte[] sound) {
      this.sound = sound;
    }

    @Override
    public Future<Optional<Long>> sizeOf(Digest recording) {
      return Future.succeededFuture(Optional.of((long) sound.length));
    }

    @Override
    public Future<byte[]> piece(Digest recording, long offset, int length) {
      int from = (int) offset;
      return Future.succeededFuture(Arrays.copyOfRange(sound, from, from + length));
    }
  }

  private void measure(int port, BrokerCertificate certificate, byte[] sound, EventLoopGroup loops)
      throws Exception {
    Digest digest = Digest.of(sound);
    Want wish = new Want(digest, SIZE, List.of(new PartRange(0, Parts.count(SIZE) - 1)));
    Arrivals arrivals = new Arrivals(nodes);
    String wantTopic = TOPICS.everyWant().replace("+", "");
    LightNode.Task task =
        new LightNode.Task(
            port,
            SslContextBuilder.forClient().trustManager(certificate.authority()).build(),
            wish,
            TOPICS.audio(digest),
            wantTopic,
            arrivals);
    List<LightNode> all = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < nodes; i++) {
      LightNode node = new LightNode(new SpeakerId("cot-" + i), task);
      all.add(node);
      node.connect(loops);
    }
    arrivals.awaitConnected();
    String many = nodes + "_nodes";
    add("connect_storm_" + many, "s", List.of(since(began)), null);
    arrivals.began = System.nanoTime();
    all.forEach(LightNode::begin);
    arrivals.awaitWhole();
    List<Double> bytes = all.stream().map(node -> (double) node.receivedBytes()).toList();
    double total = bytes.stream().mapToDouble(one -> one).sum();
    add("seconds_until_a_node_has_it_" + many, "s", List.copyOf(arrivals.seconds), null);
    add("bytes_a_node_" + many, "B", bytes, null);
    add("amplification_" + many, "x", List.of(total / ((double) SIZE * nodes)), 2.0);
    double line = (double) SIZE * 8 * nodes / rates.totalBitsPerSecond();
    add("seconds_the_line_takes_" + many, "s", List.of(line), null);
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / NANOS_A_SECOND;
  }

  /** Counts nodes as they get on. */
  private static final class Arrivals implements LightNode.Progress {
    private final CountDownLatch connected;
    private final CountDownLatch whole;
    private final Queue<Double> seconds = new ConcurrentLinkedQueue<>();
    private volatile long began;

    Arrivals(int nodes) {
      this.connected = new CountDownLatch(nodes);
      this.whole = new CountDownLatch(nodes);
    }

    @Override
    public void connected() {
      connected.countDown();
    }

    @Override
    public void whole(LightNode node) {
      seconds.add(since(began));
      node.unsubscribe();
      whole.countDown();
    }

    @Override
    public void failed(Throwable cause) {
      LOG.warn("A node's connection ends: {}", cause.toString());
    }

    void awaitConnected() throws InterruptedException {
      await(connected, "are not connected");
    }

    void awaitWhole() throws InterruptedException {
      await(whole, "lack the recording");
    }

    private static void await(CountDownLatch latch, String what) throws InterruptedException {
      if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new ProblemException(
            new Problem(
                "BENCH_TIMED_OUT",
                "After %d s %d nodes %s.".formatted(LIMIT_SECONDS, latch.getCount(), what),
                "Measure with fewer --nodes, or on a machine with less to do."));
      }
    }
  }

  private static void await(Future<?> future) throws Exception {
    future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private void add(String metric, String unit, List<Double> values, @Nullable Double limit) {
    figures.add(
        new Figure(
            BENCH,
            metric,
            unit,
            new Samples(values),
            null,
            limit == null ? null : new Figure.Target(limit, false)));
  }
}
