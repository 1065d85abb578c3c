// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.clock.ClockQuestion;
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
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import loalang.protocol.state.Machine;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.AudioPartBytes;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/** A pole made of the protocol and Paho: it does what it is told, one step at a time. */
public final class FakeNode implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final SigningKey key;
  private final ClaimTicket ticket;
  private final EnrolmentAnswer.Granted grant;
  private final Topics topics;
  private final BlockingQueue<IssuedOrder> orders = new LinkedBlockingQueue<>();
  private final BlockingQueue<IssuedPlan> plans = new LinkedBlockingQueue<>();
  private final BlockingQueue<KeyStatement> statements = new LinkedBlockingQueue<>();
  private final BlockingQueue<ClockAnswer> answers = new LinkedBlockingQueue<>();
  private final List<TrustedKey> trusted = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Long> acknowledged = new LinkedBlockingQueue<>();
  private final List<byte[]> sent = new ArrayList<>();
  private @Nullable TestClient client;
  private int port;

  private FakeNode(SigningKey key, ClaimTicket ticket, EnrolmentAnswer.Granted grant) {
    this.key = key;
    this.ticket = ticket;
    this.grant = grant;
    this.port = ticket.port();
    this.topics = new Topics(ticket.commune());
    trusted.addAll(grant.trusted());
  }

  /** Joins and connects. */
  public static FakeNode join(ClaimTicket ticket) {
    SigningKey key = SigningKey.generate();
    EnrolmentAnswer answer = ask(ticket, key);
    if (!(answer instanceof EnrolmentAnswer.Granted granted)) {
      throw new AssertionError("Not let in: " + answer);
    }
    FakeNode node = new FakeNode(key, ticket, granted);
    node.connect();
    return node;
  }

  /** Asks to join and tells the verified answer. */
  public static EnrolmentAnswer ask(ClaimTicket ticket, SigningKey key) {
    Topics topics = new Topics(ticket.commune());
    String clientId = ticket.code().clientId();
    TestClient.Door door = new TestClient.Door(ticket.port(), ticket.pin());
    try (TestClient client = TestClient.connect(door, clientId, clientId, ticket.code().value())) {
      BlockingQueue<byte[]> answers = client.subscribe(topics.enrolled(clientId), 1);
      byte[] request =
          Wire.ENROLMENT_REQUEST.encode(new EnrolmentRequest(key.verifyKey(), null, "test"));
      client.ask(topics.enrol(), request, topics.enrolled(clientId));
      byte[] sealed = TestClient.take(answers, LIMIT);
      return decode(Wire.ENROLMENT_ANSWER, open(ticket, MessageType.ENROLMENT_ANSWER, sealed));
    }
  }

  public SpeakerId id() {
    return grant.speaker();
  }

  public String password() {
    return grant.password();
  }

  public Topics topics() {
    return topics;
  }

  /** Finds the broker there from now on. */
  public FakeNode at(int newPort) {
    port = newPort;
    return this;
  }

  /** Connects, subscribes, says that it is online. */
  public FakeNode connect() {
    TestClient connected =
        TestClient.connect(
            new TestClient.Door(port, ticket.pin()), id().value(), id().value(), grant.password());
    client = connected;
    connected.listen(
        topics.acknowledgement(id()),
        bytes -> {
          byte[] payload = open(MessageType.ACKNOWLEDGEMENT, bytes);
          Acknowledgement ack = decode(Wire.ACKNOWLEDGEMENT, payload);
          acknowledged.add(ack.through());
        });
    connected.listen(topics.order(id()), this::onOrder);
    grant.zones().forEach(zone -> connected.listen(topics.order(zone), this::onOrder));
    tell(Link.ONLINE);
    return this;
  }

  /** Hears plans and key statements from now on, as an agent of today does. */
  public FakeNode hearPlans() {
    client()
        .listen(
            topics.everyKeys(),
            bytes -> {
              KeyStatement said =
                  decode(Wire.KEY_STATEMENT, open(MessageType.KEY_STATEMENT, bytes));
              trusted.removeIf(one -> one.issuer() == said.level());
              trusted.addAll(said.keys());
              statements.add(said);
            });
    client()
        .listen(
            topics.everyPlan(),
            bytes -> plans.add(decode(Wire.PLAN, open(MessageType.PLAN, bytes))));
    return this;
  }

  /** The next plan, verified. */
  public IssuedPlan nextPlan() {
    return TestClient.take(plans, LIMIT);
  }

  /** The next plan that is as wanted. */
  public IssuedPlan plan(Predicate<IssuedPlan> wanted) {
    IssuedPlan plan = nextPlan();
    while (!wanted.test(plan)) {
      plan = nextPlan();
    }
    return plan;
  }

  /** The next plan with so many airings. */
  public IssuedPlan planOf(int plays) {
    return plan(plan -> plan.plan().plays().size() == plays);
  }

  /** True if no plan waits to be read. */
  public boolean hasNoMorePlans() {
    return plans.isEmpty();
  }

  /** Says that it holds a plan and has all of its recordings but these. */
  public void hold(IssuedPlan plan, AiringId... lacking) {
    report(
        new Report.PlanHeld(
            plan.plan().date(),
            plan.plan().edition(),
            plan.plan().plays().size(),
            List.of(lacking)));
  }

  /** The next statement about keys, verified with those obeyed before; it is obeyed. */
  public KeyStatement nextStatement() {
    return TestClient.take(statements, LIMIT);
  }

  /** True if it obeys this key. */
  public boolean trusts(VerifyKey one) {
    return trusted.stream().anyMatch(known -> known.key().equals(one));
  }

  /** Asks for the time. */
  public ClockAnswer askTime(String nonce) {
    answers.clear();
    client()
        .listen(
            topics.time(id()),
            bytes -> answers.add(decode(Wire.CLOCK_ANSWER, open(MessageType.CLOCK_ANSWER, bytes))));
    client()
        .publish(topics.clock(id()), Wire.CLOCK_QUESTION.encode(new ClockQuestion(id(), nonce)));
    return TestClient.take(answers, LIMIT);
  }

  public TestClient client() {
    return java.util.Objects.requireNonNull(client);
  }

  public void tell(Link link) {
    SpeakerState state = new SpeakerState(id(), link, Instant.now(), "test", "none", 0, null, 0);
    client().publishKept(topics.state(id()), Wire.STATE.encode(state));
  }

  /** Says how loud it is and how its machine is, as an agent of today does. */
  public void tell(Volume volume, Machine machine) {
    SpeakerState state =
        new SpeakerState(
            id(), Link.ONLINE, Instant.now(), "test", "none", 0, null, 0, null, volume, machine);
    client().publishKept(topics.state(id()), Wire.STATE.encode(state));
  }

  /** The next order, verified. */
  public IssuedOrder nextOrder() {
    return TestClient.take(orders, LIMIT);
  }

  /** The next order to play. */
  public Order.Play nextPlay() {
    return (Order.Play) nextOrder().order();
  }

  /** The next order if one comes soon. */
  public @Nullable IssuedOrder orderWithin(Duration limit) throws InterruptedException {
    return orders.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Fetches a recording part by part and checks its digest. */
  public byte[] fetch(RecordingRef recording) {
    BlockingQueue<byte[]> parts = client().subscribe(topics.audio(recording.digest()), 0);
    int count = Parts.count(recording.sizeBytes());
    Want want =
        new Want(recording.digest(), recording.sizeBytes(), List.of(new PartRange(0, count - 1)));
    client().publish(topics.want(id()), Wire.WANT.encode(want));
    byte[] whole = new byte[(int) recording.sizeBytes()];
    for (int i = 0; i < count; i++) {
      Decoded<loalang.protocol.audio.AudioPart> part =
          AudioPartBytes.decode(TestClient.take(parts, LIMIT));
      loalang.protocol.audio.AudioPart sound =
          ((Decoded.Understood<loalang.protocol.audio.AudioPart>) part).value();
      byte[] bytes = sound.bytes();
      System.arraycopy(bytes, 0, whole, (int) Parts.offset(sound.index()), bytes.length);
    }
    if (!Digest.of(whole).equals(recording.digest())) {
      throw new AssertionError("The recording came damaged.");
    }
    return whole;
  }

  /** Writes a report into the chain and sends it. */
  public void report(Report report) {
    sealNext(report);
    resend(sent.size());
  }

  /** Writes a report into the chain without sending it. */
  public byte[] sealNext(Report report) {
    Digest previous = sent.isEmpty() ? null : Digest.of(sent.get(sent.size() - 1));
    NumberedReport numbered =
        new NumberedReport(id(), sent.size() + 1, previous, Instant.now(), report);
    byte[] sealed = new EnvelopeSigner(key).seal(MessageType.REPORT, Wire.REPORT.encode(numbered));
    sent.add(sealed);
    return sealed;
  }

  /** Sends one report of the chain, again or for the first time. */
  public void resend(int number) {
    client().publish(topics.report(id()), sent.get(number - 1));
  }

  /** Waits until the office has stored the chain up to here. */
  public void awaitAcknowledged(long through) {
    long newest = -1;
    while (newest < through) {
      newest = TestClient.take(acknowledged, LIMIT);
    }
  }

  /** Plays an order as a good node does. */
  public void play(IssuedOrder issued) {
    Order.Play play = (Order.Play) issued.order();
    AiringId airing = play.airing();
    report(new Report.Accepted(airing, issued.warrant().sequence()));
    fetch(play.recording());
    report(new Report.Ready(airing, play.recording().digest()));
    Instant start = Instant.now();
    report(new Report.Started(airing, start));
    report(ended(airing, Outcome.PLAYED, 72_000));
  }

  public static Report.Ended ended(AiringId airing, Outcome outcome, long rendered) {
    return new Report.Ended(airing, outcome, 72_000, rendered, Instant.now());
  }

  public Set<loalang.protocol.PagingZone> zones() {
    return grant.zones();
  }

  private void onOrder(byte[] sealed) {
    orders.add(decode(Wire.ORDER, open(MessageType.ORDER, sealed)));
  }

  private byte[] open(MessageType type, byte[] sealed) {
    return open(trusted.stream().map(TrustedKey::key).toList(), type, sealed);
  }

  private static byte[] open(ClaimTicket ticket, MessageType type, byte[] sealed) {
    return open(List.of(ticket.office()), type, sealed);
  }

  private static byte[] open(List<VerifyKey> keys, MessageType type, byte[] sealed) {
    Opened opened = new EnvelopeVerifier(keys).open(type, sealed);
    if (opened instanceof Opened.Genuine genuine) {
      return genuine.payload();
    }
    throw new AssertionError(opened + " " + new String(sealed, StandardCharsets.US_ASCII));
  }

  private static <T> T decode(Wire<T> wire, byte[] bytes) {
    if (wire.decode(bytes) instanceof Decoded.Understood<T> understood) {
      return understood.value();
    }
    throw new AssertionError("Malformed: " + new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }
}
