// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.broker.BrokerPassword;
import loalang.controller.broker.Incoming;
import loalang.controller.broker.NodeLogin;
import loalang.controller.broker.Outgoing;
import loalang.controller.speakers.TicketStore.Ticket;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimCode;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.enrolment.EnrolmentRequest;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes claim tickets and answers poles that ask to join. On one event loop. */
public final class EnrolmentDesk {
  private static final Logger LOG = LoggerFactory.getLogger(EnrolmentDesk.class);
  private static final Duration TICKET_LIFE = Duration.ofMinutes(30);
  private static final Duration ANSWER_LIFE = Duration.ofSeconds(60);
  private static final int PASSWORD_BYTES = 16;

  private final Office office;
  private final StorageDesk storage;
  private final Claims claims;
  private final Roster roster;
  private final SecureRandom random = new SecureRandom();

  /** A desk. */
  public EnrolmentDesk(Office office, StorageDesk storage, Claims claims, Roster roster) {
    this.office = office;
    this.storage = storage;
    this.claims = claims;
    this.roster = roster;
  }

  /** Opens the door again for the tickets of before the start. */
  public Future<Void> load() {
    Instant now = office.now().instant();
    return storage
        .read(handle -> TicketStore.open(handle, now))
        .onSuccess(codes -> codes.forEach(claims::open))
        .mapEmpty();
  }

  /** A ticket with its end. */
  public record Issued(ClaimTicket ticket, Instant expires) {}

  /**
   * Makes a ticket, good for 30 minutes and one pole.
   *
   * @param speaker the name the pole will get; empty lets the pole propose one
   * @param zones it will belong to
   * @param by who lets it in
   */
  public Future<Issued> issue(Optional<SpeakerId> speaker, Set<PagingZone> zones, Author by) {
    ClaimCode code = ClaimCode.generate(random);
    Instant now = office.now().instant();
    OpenCode open = new OpenCode(NodeLogin.hash(code.value()), now.plus(TICKET_LIFE));
    Ticket ticket = new Ticket(open, speaker, zones, Optional.empty(), Optional.empty());
    return storage
        .write(
            handle -> {
              String name = speaker.map(SpeakerId::value).orElse("");
              AuditStore.add(
                  handle, by.did(Deed.TICKET_ISSUED, name).saying(zones.toString()), now);
              TicketStore.put(handle, ticket, now);
              return open;
            })
        .map(
            stored -> {
              claims.open(stored);
              return new Issued(office.ticket(code), stored.expires());
            })
        .compose(
            issued -> office.accounts().admitClaim(code, issued.expires()).map(done -> issued));
  }

  /** Answers a pole that asks to join. */
  public void onRequest(Incoming message) {
    Optional<String> clientId = message.responseTopic().flatMap(office::clientOf);
    if (clientId.isPresent()
        && Wire.ENROLMENT_REQUEST.decode(message.payload().getBytes())
            instanceof Decoded.Understood<EnrolmentRequest> asked) {
      answer(clientId.get(), asked.value());
    } else {
      LOG.warn("topic={} ENROLMENT_MALFORMED", message.topic());
    }
  }

  private void answer(String clientId, EnrolmentRequest request) {
    Optional<String> code = claims.codeOf(clientId);
    if (code.isEmpty()) {
      LOG.warn("client={} asks to join without a claim code", clientId);
      return;
    }
    Instant now = office.now().instant();
    String password = freshPassword();
    storage
        .write(handle -> admit(handle, new Asking(code.get(), request, password), now))
        .compose(decided -> letIn(decided, password))
        .onSuccess(decided -> tell(clientId, decided, password))
        .onFailure(e -> LOG.error("client={} cannot be enrolled: {}", clientId, e.getMessage()));
  }

  private record Asking(String codeHash, EnrolmentRequest request, String password) {}

  private record Decided(Admission admission, Optional<SpeakerStore.Row> row) {}

  private Decided admit(Handle handle, Asking asking, Instant now) {
    Ticket ticket = TicketStore.find(handle, asking.codeHash()).orElseThrow();
    Optional<Speaker> taken =
        Admission.nameFor(asking.request(), ticket)
            .flatMap(name -> SpeakerStore.find(handle, name))
            .map(SpeakerStore.Row::speaker);
    Admission admission = Admission.of(asking.request(), ticket, taken, now);
    if (!(admission instanceof Admission.As as)) {
      return new Decided(admission, Optional.empty());
    }
    Speaker speaker =
        new Speaker(
            as.name(),
            ticket.zones(),
            asking.request().key(),
            false,
            Optional.empty(),
            Optional.empty());
    SpeakerStore.Row row =
        new SpeakerStore.Row(
            speaker,
            NodeLogin.hash(asking.password()),
            BrokerPassword.of(asking.password(), random));
    SpeakerStore.put(handle, row, now);
    TicketStore.use(handle, asking.codeHash(), speaker);
    return new Decided(admission, Optional.of(row));
  }

  // Before it is told: the pole comes at once with what it was given.
  private Future<Decided> letIn(Decided decided, String password) {
    if (decided.row().isEmpty()) {
      return Future.succeededFuture(decided);
    }
    SpeakerStore.Row row = decided.row().get();
    roster.add(office.gate(), row);
    return office
        .accounts()
        .admit(row.speaker().id(), row.speaker().zones(), password)
        .map(done -> decided);
  }

  /**
   * Lets a speaker in no more: its row, its right at the gate and its connection end. What it
   * reported stays.
   *
   * @return fails with SPEAKER_UNKNOWN
   */
  public Future<Void> revoke(SpeakerId speaker, Author by) {
    Instant now = office.now().instant();
    return storage
        .write(
            handle -> {
              int rows = SpeakerStore.revoke(handle, speaker, now);
              if (rows > 0) {
                AuditStore.add(handle, by.did(Deed.SPEAKER_REVOKED, speaker), now);
              }
              return rows;
            })
        .compose(
            rows ->
                rows == 0
                    ? Future.failedFuture(new ProblemException(unknown(speaker)))
                    : Future.succeededFuture())
        .compose(
            done -> {
              LOG.info("speaker={} revoked", speaker);
              office.gate().revoke(speaker);
              roster.remove(speaker);
              return office.accounts().revoke(speaker);
            });
  }

  /** Told of a name nobody has. */
  public static Problem unknown(SpeakerId speaker) {
    return new Problem(
        "SPEAKER_UNKNOWN",
        "There is no speaker %s.".formatted(speaker),
        "List them: GET /api/v1/speakers.");
  }

  private void tell(String clientId, Decided decided, String password) {
    EnrolmentAnswer answer =
        decided.admission() instanceof Admission.Denied denied
            ? declined(denied.why())
            : granted(decided.row().orElseThrow().speaker(), password);
    byte[] sealed =
        office.signer().seal(MessageType.ENROLMENT_ANSWER, Wire.ENROLMENT_ANSWER.encode(answer));
    office
        .publish(Outgoing.delivered(office.topics().enrolled(clientId), sealed, ANSWER_LIFE))
        .onFailure(e -> LOG.warn("client={} not answered: {}", clientId, e.getMessage()));
  }

  private EnrolmentAnswer granted(Speaker speaker, String password) {
    LOG.info("speaker={} keyId={} enrolled", speaker.id(), speaker.key().id());
    return new EnrolmentAnswer.Granted(
        speaker.id(),
        office.topics().commune(),
        speaker.zones(),
        office.keys().trusted().get(),
        password);
  }

  private static EnrolmentAnswer declined(Problem why) {
    LOG.warn("enrolment declined: {}", why);
    return new EnrolmentAnswer.Declined(why);
  }

  private String freshPassword() {
    byte[] secret = new byte[PASSWORD_BYTES];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
