// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import loalang.controller.broker.BrokerLink;
import loalang.controller.broker.EmbeddedBroker;
import loalang.controller.broker.Incoming;
import loalang.controller.broker.LinkSettings;
import loalang.controller.broker.Outgoing;
import loalang.controller.tls.BrokerCertificate;
import loalang.controller.tls.OfficeAuthority;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.enrolment.ClaimCode;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.enrolment.EnrolmentRequest;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.AudioPartBytes;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/**
 * An office reduced to its messages, beside the real embedded broker over TLS. What poles say is
 * kept with the instant at which it was heard.
 */
final class BenchOffice implements AutoCloseable {
  static final CommuneId COMMUNE = new CommuneId("bench");
  static final PagingZone EVERYBODY = new PagingZone("xa");
  private static final Topics TOPICS = new Topics(COMMUNE);
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final SigningKey key = SigningKey.generate();
  private final EnvelopeSigner signer = new EnvelopeSigner(key);
  private final AtomicLong sequence = new AtomicLong();
  private final Map<String, SpeakerId> claims = new ConcurrentHashMap<>();
  private final Map<Digest, byte[]> recordings = new ConcurrentHashMap<>();
  private final Map<SpeakerId, VerifyKey> poles = new HashMap<>(); // the event loop's
  private final Map<SpeakerId, TreeMap<Long, NumberedReport>> seen = new HashMap<>();
  private final Heard<Told> reports = new Heard<>();
  private final Heard<SpeakerState> states = new Heard<>();
  private final BrokerCertificate certificate;
  private final BrokerLink link;
  private final int port;
  private EmbeddedBroker broker;
  private volatile boolean acknowledging = true;

  /**
   * A report as it was heard.
   *
   * @param nanos what the counter showed
   * @param report what it says
   */
  record Told(long nanos, NumberedReport report) {}

  private BenchOffice(Path folder) throws Exception {
    this.folder = folder;
    this.certificate =
        new OfficeAuthority(COMMUNE, List.of()).certificate(folder.resolve("tls"), Instant.now());
    this.broker = OpenBroker.start(folder.resolve("broker"), 0, certificate);
    this.port = broker.port();
    LinkSettings settings =
        new LinkSettings(
            "ssl://127.0.0.1:" + port,
            "office",
            "bench",
            LIFE,
            BrokerCertificate.trusting(certificate.authority()));
    this.link =
        new BrokerLink(context, settings, InstantSource.system())
            .on(TOPICS.enrol(), this::admit)
            .on(TOPICS.everyWant(), this::serve)
            .on(TOPICS.everyClock(), this::tellTime)
            .on(TOPICS.everyState(), this::state)
            .on(TOPICS.everyReport(), this::store);
    await(link.open());
  }

  /** Opens one with all its state in a folder. */
  static BenchOffice open(Path folder) throws Exception {
    return new BenchOffice(folder);
  }

  int port() {
    return port;
  }

  /** What lets a pole of that name join, by a way that begins at that port. */
  ClaimTicket ticket(SpeakerId speaker, int port) {
    ClaimCode code = ClaimCode.generate(new SecureRandom());
    claims.put(TOPICS.enrolled(code.clientId()), speaker);
    return new ClaimTicket("127.0.0.1", port, COMMUNE, code, key.verifyKey(), certificate.pin());
  }

  /** From now on these bytes are sent to whoever wants that digest. */
  void keep(Digest digest, byte[] bytes) {
    recordings.put(digest, bytes);
  }

  void forget(Digest digest) {
    recordings.remove(digest);
  }

  void acknowledge(boolean on) {
    acknowledging = on;
  }

  EnvelopeSigner signer() {
    return signer;
  }

  Heard<Told> reports() {
    return reports;
  }

  Heard<SpeakerState> states() {
    return states;
  }

  /** Orders; what the counter showed just before. */
  long order(Order order) {
    return send(order, Instant.now().minusSeconds(60), signer);
  }

  /** Orders with a warrant that begins then, signed by anybody. */
  long send(Order order, Instant from, EnvelopeSigner by) {
    Warrant warrant =
        new Warrant(
            sequence.incrementAndGet(),
            Issuer.COMMUNE,
            COMMUNE,
            Set.of(EVERYBODY),
            from,
            from.plus(LIFE));
    return send(by.seal(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(warrant, order))));
  }

  private long send(byte[] envelope) {
    long before = System.nanoTime();
    say(Outgoing.delivered(TOPICS.order(EVERYBODY), envelope, LIFE));
    return before;
  }

  private void say(Outgoing message) {
    context.runOnContext(now -> link.publish(message));
  }

  /** The broker ends, and what it had not written down is gone. */
  void stopBroker() {
    broker.close();
  }

  /** It comes back where it was. */
  void startBroker() throws Exception {
    broker = OpenBroker.start(folder.resolve("broker"), port, certificate);
  }

  private void admit(Incoming message) {
    EnrolmentRequest request = understood(Wire.ENROLMENT_REQUEST.decode(bytes(message)));
    String topic = message.responseTopic().orElseThrow();
    SpeakerId speaker = claims.get(topic);
    if (speaker == null) {
      throw new IllegalStateException("Nobody gave out a ticket for " + topic);
    }
    poles.put(speaker, request.key());
    EnrolmentAnswer granted =
        new EnrolmentAnswer.Granted(
            speaker,
            COMMUNE,
            Set.of(EVERYBODY),
            List.of(new TrustedKey(key.verifyKey(), Issuer.COMMUNE)),
            "bench");
    byte[] answer =
        signer.seal(MessageType.ENROLMENT_ANSWER, Wire.ENROLMENT_ANSWER.encode(granted));
    say(Outgoing.delivered(topic, answer, LIFE));
  }

  private void serve(Incoming message) {
    Want want = understood(Wire.WANT.decode(bytes(message)));
    byte[] bytes = recordings.get(want.digest());
    if (bytes == null) {
      return;
    }
    int count = Parts.count(want.sizeBytes());
    for (PartRange range : want.missing()) {
      for (int index = range.first(); index <= range.last(); index++) {
        int from = (int) Parts.offset(index);
        int to = from + Parts.length(index, want.sizeBytes());
        AudioPart part = new AudioPart(index, count, Arrays.copyOfRange(bytes, from, to));
        say(Outgoing.fleeting(TOPICS.audio(want.digest()), AudioPartBytes.encode(part)));
      }
    }
  }

  private void tellTime(Incoming message) {
    ClockQuestion question = understood(Wire.CLOCK_QUESTION.decode(bytes(message)));
    ClockAnswer answer =
        new ClockAnswer(question.speaker(), question.nonce(), message.receivedAt(), Instant.now());
    byte[] sealed = signer.seal(MessageType.CLOCK_ANSWER, Wire.CLOCK_ANSWER.encode(answer));
    say(Outgoing.fleeting(TOPICS.time(question.speaker()), sealed));
  }

  private void state(Incoming message) {
    states.add(understood(Wire.STATE.decode(bytes(message))));
  }

  private void store(Incoming message) {
    long nanos = System.nanoTime();
    SpeakerId speaker = TOPICS.speakerOf(message.topic()).orElseThrow();
    VerifyKey signedBy = poles.get(speaker);
    if (signedBy == null
        || !(new EnvelopeVerifier(List.of(signedBy)).open(MessageType.REPORT, bytes(message))
            instanceof Opened.Genuine genuine)) {
      throw new IllegalStateException("A report that nobody signed.");
    }
    NumberedReport report = understood(Wire.REPORT.decode(genuine.payload()));
    TreeMap<Long, NumberedReport> chain = seen.computeIfAbsent(speaker, any -> new TreeMap<>());
    if (chain.putIfAbsent(report.number(), report) == null) {
      reports.add(new Told(nanos, report));
    }
    if (acknowledging) {
      acknowledge(speaker, chain);
    }
  }

  private void acknowledge(SpeakerId speaker, Map<Long, NumberedReport> chain) {
    long through = 0;
    while (chain.containsKey(through + 1)) {
      through++;
    }
    byte[] word = Wire.ACKNOWLEDGEMENT.encode(new Acknowledgement(speaker, through));
    byte[] sealed = signer.seal(MessageType.ACKNOWLEDGEMENT, word);
    say(Outgoing.kept(TOPICS.acknowledgement(speaker), sealed));
  }

  private static byte[] bytes(Incoming message) {
    return message.payload().getBytes();
  }

  private static <T> T understood(Decoded<T> decoded) {
    if (decoded instanceof Decoded.Understood<T> one) {
      return one.value();
    }
    throw new IllegalStateException(decoded.toString());
  }

  private static void await(Future<?> future) throws Exception {
    future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    link.close().toCompletionStage().toCompletableFuture().join();
    broker.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
