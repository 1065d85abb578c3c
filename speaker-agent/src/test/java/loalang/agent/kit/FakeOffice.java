// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.AudioPartBytes;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** An office reduced to its messages: grants, orders, answers wants, acknowledges. */
public final class FakeOffice implements MqttCallback, AutoCloseable {
  public static final CommuneId COMMUNE = new CommuneId("ha-dong");
  public static final PagingZone THON_BA = new PagingZone("thon-ba");
  public static final PagingZone CHO = new PagingZone("cho");
  public static final SpeakerId SPEAKER = new SpeakerId("loa-thon-ba");

  private final Topics topics = new Topics(COMMUNE);
  private final SigningKey key = SigningKey.generate();
  private final EnvelopeSigner signer = new EnvelopeSigner(key);
  private final int port;
  private volatile MqttAsyncClient client;
  private final AtomicLong sequence = new AtomicLong();
  private final Map<Digest, byte[]> recordings = new ConcurrentHashMap<>();
  private final Map<Long, NumberedReport> seen = new ConcurrentHashMap<>();
  private final Awaited<NumberedReport> reports = new Awaited<>();
  private final Awaited<SpeakerState> states = new Awaited<>();
  private final Awaited<Want> wants = new Awaited<>();
  private volatile VerifyKey poleKey = key.verifyKey();
  private volatile boolean acknowledging = true;
  private volatile boolean answering = true;
  private volatile SigningKey answersWith = key;
  private volatile Duration timeAhead = Duration.ZERO;
  private final List<TrustedKey> alsoTrusted = new ArrayList<>();

  public FakeOffice(int port) throws MqttException {
    this.port = port;
    this.client = connected();
  }

  /** Connects again after the broker was away. */
  public void reconnect() throws MqttException {
    client.close(true);
    client = connected();
  }

  private MqttAsyncClient connected() throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient("tcp://127.0.0.1:" + port, "office", new MemoryPersistence());
    client.setCallback(this);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(3_600L);
    client.connect(options).waitForCompletion(10_000);
    String[] filters = {
      topics.enrol(), topics.everyReport(), topics.everyState(), topics.everyWant()
    };
    int[] qos = new int[filters.length];
    Arrays.fill(qos, 1);
    client.subscribe(filters, qos).waitForCompletion(10_000);
    return client;
  }

  public ClaimTicket ticket() {
    ClaimCode code = ClaimCode.generate(new SecureRandom());
    return new ClaimTicket("127.0.0.1", port, COMMUNE, code, key.verifyKey());
  }

  public void keepRecording(Tone tone) {
    recordings.put(tone.digest(), tone.bytes());
  }

  /** Answers wants for this digest with other bytes. */
  public void keepWrong(Digest digest, byte[] bytes) {
    recordings.put(digest, bytes);
  }

  public void acknowledge(boolean on) {
    acknowledging = on;
  }

  public void answerWants(boolean on) {
    answering = on;
  }

  /** From now on another key signs the answers to enrolments. */
  public void answerWith(SigningKey other) {
    answersWith = other;
  }

  public EnvelopeSigner signer() {
    return signer;
  }

  public Topics topics() {
    return topics;
  }

  /** A warrant of now for these zones. */
  public Warrant warrant(Set<PagingZone> zones) {
    Instant now = Instant.now();
    return new Warrant(
        sequence.incrementAndGet(),
        Issuer.COMMUNE,
        COMMUNE,
        zones,
        now.minusSeconds(60),
        now.plusSeconds(600));
  }

  public byte[] sealed(Warrant warrant, Order order) {
    return signer.seal(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(warrant, order)));
  }

  /** Publishes the plan of a day, retained, signed with a key of its own. */
  public void plan(SigningKey by, Warrant warrant, DayPlan plan) throws MqttException {
    byte[] bytes = Wire.PLAN.encode(new IssuedPlan(warrant, plan));
    retain(topics.plan(plan.date()), new EnvelopeSigner(by).seal(MessageType.PLAN, bytes));
  }

  /** Publishes the plan of a day, retained. */
  public void plan(DayPlan plan) throws MqttException {
    plan(key, warrant(Set.of(THON_BA)), plan);
  }

  /** Says which keys are obeyed, retained. */
  public void state(SigningKey by, KeyStatement statement) throws MqttException {
    byte[] bytes = Wire.KEY_STATEMENT.encode(statement);
    byte[] envelope = new EnvelopeSigner(by).seal(MessageType.KEY_STATEMENT, bytes);
    retain(topics.keys(by.verifyKey().id()), envelope);
  }

  /** Publishes bytes that stay. */
  public void retain(String topic, byte[] bytes) throws MqttException {
    client.publish(topic, bytes, 1, true).waitForCompletion(10_000);
  }

  /** From now on it tells the time, so much ahead of this machine's. */
  public void tellTime(Duration ahead) throws MqttException {
    timeAhead = ahead;
    client.subscribe(topics.everyClock(), 0).waitForCompletion(10_000);
  }

  /** A new pole obeys these too. */
  public void alsoTrust(TrustedKey other) {
    alsoTrusted.add(other);
  }

  public SigningKey key() {
    return key;
  }

  private void answerTime(byte[] payload) throws MqttException {
    Instant received = Instant.now().plus(timeAhead);
    ClockQuestion question = understood(Wire.CLOCK_QUESTION.decode(payload));
    ClockAnswer answer =
        new ClockAnswer(
            question.speaker(), question.nonce(), received, Instant.now().plus(timeAhead));
    byte[] envelope = signer.seal(MessageType.CLOCK_ANSWER, Wire.CLOCK_ANSWER.encode(answer));
    client.publish(topics.time(question.speaker()), envelope, 0, false);
  }

  /** Orders the zone. */
  public void order(Order order) throws MqttException {
    send(topics.order(THON_BA), sealed(warrant(Set.of(THON_BA)), order));
  }

  public void send(String topic, byte[] bytes) throws MqttException {
    client.publish(topic, bytes, 1, false).waitForCompletion(10_000);
  }

  public Awaited<NumberedReport> reports() {
    return reports;
  }

  public Awaited<SpeakerState> states() {
    return states;
  }

  public Awaited<Want> wants() {
    return wants;
  }

  public <R extends Report> R report(Class<R> kind) {
    return kind.cast(reports.await(one -> kind.isInstance(one.report())).report());
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) throws MqttException {
    byte[] payload = message.getPayload();
    if (topic.equals(topics.enrol())) {
      answer(payload, message.getProperties().getResponseTopic());
    } else if (topics.speakerOf(topic).isEmpty()) {
      throw new IllegalStateException("Nobody sends to " + topic);
    } else if (topic.equals(topics.want(SPEAKER))) {
      Want want = understood(Wire.WANT.decode(payload));
      wants.add(want);
      serve(want);
    } else if (topic.equals(topics.clock(SPEAKER))) {
      answerTime(payload);
    } else if (topic.equals(topics.state(SPEAKER))) {
      states.add(understood(Wire.STATE.decode(payload)));
    } else if (topic.equals(topics.report(SPEAKER))) {
      store(payload);
    }
  }

  private void answer(byte[] payload, String responseTopic) throws MqttException {
    EnrolmentRequest request = understood(Wire.ENROLMENT_REQUEST.decode(payload));
    poleKey = request.key();
    EnrolmentAnswer.Granted granted =
        new EnrolmentAnswer.Granted(
            SPEAKER, COMMUNE, Set.of(THON_BA, CHO), trusted(), "secret-of-the-pole");
    byte[] envelope =
        new EnvelopeSigner(answersWith)
            .seal(MessageType.ENROLMENT_ANSWER, Wire.ENROLMENT_ANSWER.encode(granted));
    client.publish(responseTopic, envelope, 1, false);
  }

  private List<TrustedKey> trusted() {
    List<TrustedKey> all = new ArrayList<>(alsoTrusted);
    all.add(new TrustedKey(key.verifyKey(), Issuer.COMMUNE));
    return all;
  }

  private void serve(Want want) throws MqttException {
    byte[] bytes = recordings.get(want.digest());
    if (bytes == null || !answering) {
      return;
    }
    int count = Parts.count(want.sizeBytes());
    for (PartRange range : want.missing()) {
      for (int index = range.first(); index <= range.last(); index++) {
        int from = (int) Parts.offset(index);
        int to = from + Parts.length(index, want.sizeBytes());
        AudioPart part = new AudioPart(index, count, Arrays.copyOfRange(bytes, from, to));
        client.publish(topics.audio(want.digest()), AudioPartBytes.encode(part), 0, false);
      }
    }
  }

  private void store(byte[] envelope) throws MqttException {
    Opened opened = new EnvelopeVerifier(List.of(poleKey)).open(MessageType.REPORT, envelope);
    if (!(opened instanceof Opened.Genuine genuine)) {
      throw new IllegalStateException("A report nobody signed: " + opened);
    }
    NumberedReport report = understood(Wire.REPORT.decode(genuine.payload()));
    if (seen.putIfAbsent(report.number(), report) == null) {
      reports.add(report);
    }
    if (acknowledging) {
      long through = 0;
      while (seen.containsKey(through + 1)) {
        through++;
      }
      acknowledge(through);
    }
  }

  public void acknowledge(long through) throws MqttException {
    byte[] envelope =
        signer.seal(
            MessageType.ACKNOWLEDGEMENT,
            Wire.ACKNOWLEDGEMENT.encode(new Acknowledgement(SPEAKER, through)));
    client.publish(topics.acknowledgement(SPEAKER), envelope, 1, true);
  }

  /** Every report so far, by number. */
  public Map<Long, NumberedReport> seen() {
    return Map.copyOf(seen);
  }

  private static <T> T understood(Decoded<T> decoded) {
    if (decoded instanceof Decoded.Understood<T> understood) {
      return understood.value();
    }
    throw new IllegalStateException(decoded.toString());
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect(0).waitForCompletion(5_000); // the forcible way waits its whole limit out
    }
    client.close(true);
  }
}
