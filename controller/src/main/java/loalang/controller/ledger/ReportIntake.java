// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.controller.broker.Incoming;
import loalang.controller.broker.Outgoing;
import loalang.controller.ledger.ReportChain.Fault;
import loalang.controller.ledger.ReportStore.Arrived;
import loalang.controller.ledger.ReportStore.Chain;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes reports in: verified, stored once, then acknowledged. On one event loop; what arrives while
 * a transaction runs is stored together in the next.
 */
public final class ReportIntake {
  private static final Logger LOG = LoggerFactory.getLogger(ReportIntake.class);
  private static final int MAX_WAITING = 5_000;
  private static final int MAX_TOGETHER = 200;

  private final StorageDesk storage;
  private final Roster roster;
  private final Voice voice;
  private final InstantSource now;
  private final Deque<Incoming> waiting = new ArrayDeque<>();
  private SameTransaction same = (handle, report, at) -> {};
  private Consumer<NumberedReport> onStored = report -> {};
  private boolean isStoring;

  /**
   * How the office answers.
   *
   * @param topics of the commune
   * @param signer with the office's key of now
   * @param publisher sends to the broker
   */
  public record Voice(
      Topics topics, Supplier<EnvelopeSigner> signer, Function<Outgoing, Future<Void>> publisher) {}

  /** An intake. */
  public ReportIntake(StorageDesk storage, Roster roster, Voice voice, InstantSource now) {
    this.storage = storage;
    this.roster = roster;
    this.voice = voice;
    this.now = now;
  }

  /** What else is stored with a report, in the same transaction. */
  public void inSameTransaction(SameTransaction work) {
    same = work;
  }

  /** Work that belongs into the transaction of a report. */
  @FunctionalInterface
  public interface SameTransaction {
    /** Does it, blocking. */
    void with(Handle handle, NumberedReport report, Instant now);
  }

  /** Told of every report after it is stored; of a repeated one again. */
  public void onStored(Consumer<NumberedReport> listener) {
    onStored = listener;
  }

  /** Takes in a message of a report topic. */
  public void onReport(Incoming message) {
    if (waiting.size() >= MAX_WAITING) { // the node sends it again until it is acknowledged
      LOG.warn("topic={} report put off, {} wait", message.topic(), MAX_WAITING);
      return;
    }
    waiting.addLast(message);
    storeWaiting();
  }

  /** Tells a speaker how much of its chain is stored. */
  public Future<Void> acknowledge(Speaker speaker) {
    Chain chain = new Chain(speaker.id(), speaker.key().id());
    return storage
        .read(handle -> ReportStore.through(handle, chain))
        .compose(through -> acknowledge(chain, through));
  }

  private void storeWaiting() {
    if (isStoring || waiting.isEmpty()) {
      return;
    }
    isStoring = true;
    List<Asked> together = new ArrayList<>();
    while (!waiting.isEmpty() && together.size() < MAX_TOGETHER) {
      Incoming message = waiting.removeFirst();
      voice
          .topics()
          .speakerOf(message.topic())
          .flatMap(roster::find)
          .ifPresent(speaker -> together.add(new Asked(speaker, message)));
    }
    Instant instant = now.instant();
    storage
        .write(handle -> store(handle, together, instant))
        .onSuccess(this::answer)
        .onFailure(e -> LOG.error("{} reports not stored: {}", together.size(), e.getMessage()))
        .onComplete(
            done -> {
              isStoring = false;
              storeWaiting();
            });
  }

  private record Asked(Speaker speaker, Incoming message) {}

  private record Stored(List<NumberedReport> reports, Map<Chain, Long> through) {}

  private Stored store(Handle handle, List<Asked> together, Instant instant) {
    List<NumberedReport> reports = new ArrayList<>();
    Map<Chain, Long> through = new LinkedHashMap<>();
    for (Asked asked : together) {
      genuine(asked)
          .ifPresent(
              arrived -> {
                List<Fault> faults = ReportStore.add(handle, arrived, instant);
                logFaults(arrived, faults);
                StandingStore.tell(handle, arrived.report());
                same.with(handle, arrived.report(), instant);
                reports.add(arrived.report());
                through.put(arrived.chain(), 0L);
              });
    }
    through.replaceAll((chain, zero) -> ReportStore.through(handle, chain));
    return new Stored(reports, through);
  }

  private static Optional<Arrived> genuine(Asked asked) {
    byte[] envelope = asked.message().payload().getBytes();
    Speaker speaker = asked.speaker();
    Opened opened = new EnvelopeVerifier(List.of(speaker.key())).open(MessageType.REPORT, envelope);
    if (opened instanceof Opened.Unverified unverified) {
      LOG.warn("speaker={} report {} ", speaker.id(), unverified.why());
      return Optional.empty();
    }
    byte[] payload = ((Opened.Genuine) opened).payload();
    if (Wire.REPORT.decode(payload) instanceof Decoded.Understood<NumberedReport> understood
        && understood.value().speaker().equals(speaker.id())) {
      Chain chain = new Chain(speaker.id(), speaker.key().id());
      return Optional.of(new Arrived(chain, understood.value(), payload, envelope));
    }
    LOG.warn("speaker={} REPORT_MALFORMED", speaker.id());
    return Optional.empty();
  }

  private static void logFaults(Arrived arrived, List<Fault> faults) {
    for (Fault fault : faults) {
      LOG.warn(
          "speaker={} report={} REPORT_CHAIN_{}",
          arrived.chain().speaker(),
          arrived.report().number(),
          fault);
    }
  }

  private void answer(Stored stored) {
    stored.reports().forEach(onStored);
    stored.through().forEach(this::acknowledge);
  }

  private Future<Void> acknowledge(Chain chain, long through) {
    Acknowledgement acknowledgement = new Acknowledgement(chain.speaker(), through);
    byte[] sealed =
        voice
            .signer()
            .get()
            .seal(MessageType.ACKNOWLEDGEMENT, Wire.ACKNOWLEDGEMENT.encode(acknowledgement));
    return voice
        .publisher()
        .apply(Outgoing.kept(voice.topics().acknowledgement(chain.speaker()), sealed))
        .onFailure(
            e -> LOG.warn("speaker={} not acknowledged: {}", chain.speaker(), e.getMessage()));
  }
}
