// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loalang.agent.enrolment.IdentityStore;
import loalang.agent.shelf.PlanShelf;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimCode;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.wire.Wire;

/**
 * The first seconds of a pole's life, without a real broker and without a sound: the classes they
 * take go into an archive that makes every later start quicker and smaller (JEP 350).
 */
final class Rehearsal {
  private static final SpeakerId SELF = new SpeakerId("rehearsal");
  private static final CommuneId COMMUNE = new CommuneId("rehearsal");
  private static final PagingZone ZONE = new PagingZone("rehearsal");
  private static final long PLAYING_MILLIS = 1_500;

  private Rehearsal() {}

  /**
   * Plays one short recording into a file and ends.
   *
   * @param directory without an identity; what is written there may be deleted afterwards
   */
  static void run(Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (RehearsalBroker broker = RehearsalBroker.open(directory)) {
      play(directory, broker);
    }
  }

  private static void play(Path directory, RehearsalBroker broker)
      throws IOException, InterruptedException {
    SigningKey office = SigningKey.generate();
    enrol(directory, office, broker);
    plan(directory, office, recording(directory));
    AgentOptions options = new AgentOptions();
    options.stateDirectory = directory;
    options.output = "file:" + directory.resolve("played");
    Agent agent = Agent.start(options, new PrintWriter(Writer.nullWriter()));
    var unused = new CountDownLatch(1).await(PLAYING_MILLIS, TimeUnit.MILLISECONDS);
    agent.stop();
  }

  private static void enrol(Path directory, SigningKey office, RehearsalBroker broker) {
    EnrolmentAnswer granted =
        new EnrolmentAnswer.Granted(
            SELF,
            COMMUNE,
            Set.of(ZONE),
            List.of(new TrustedKey(office.verifyKey(), Issuer.COMMUNE)),
            "rehearsal");
    byte[] envelope =
        new EnvelopeSigner(office)
            .seal(MessageType.ENROLMENT_ANSWER, Wire.ENROLMENT_ANSWER.encode(granted));
    ClaimCode code = ClaimCode.generate(new SecureRandom());
    new IdentityStore(directory)
        .store(
            SigningKey.generate(),
            envelope,
            new ClaimTicket(
                "127.0.0.1", broker.port(), COMMUNE, code, office.verifyKey(), broker.pin()));
  }

  private static RecordingRef recording(Path directory) throws IOException {
    try (InputStream in = Rehearsal.class.getResourceAsStream("rehearsal.opus")) {
      if (in == null) {
        throw new IOException("rehearsal.opus is not in the jar");
      }
      byte[] sound = in.readAllBytes();
      Digest digest = Digest.of(sound);
      Path kept = Files.createDirectories(directory.resolve("recordings"));
      Files.write(kept.resolve(digest + ".opus"), sound);
      return new RecordingRef(digest, sound.length, Duration.ofMillis(200));
    }
  }

  private static void plan(Path directory, SigningKey office, RecordingRef recording) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Instant end = Instant.parse("2100-01-01T00:00:00Z");
    Warrant warrant = new Warrant(1, Issuer.COMMUNE, COMMUNE, Set.of(ZONE), now, end);
    Order.Play play =
        new Order.Play(
            new AiringId("rehearsal"),
            recording,
            now,
            end,
            Priority.EMERGENCY,
            new Release("one", "two"));
    LocalDate date = LocalDate.of(2026, 1, 1);
    DayPlan day = new DayPlan(date, 1, List.of(new PlannedPlay(Set.of(ZONE), play)));
    byte[] envelope =
        new EnvelopeSigner(office)
            .seal(MessageType.PLAN, Wire.PLAN.encode(new IssuedPlan(warrant, day)));
    PlanShelf shelf = new PlanShelf(directory.resolve("plans"));
    shelf.draft(date, envelope);
    shelf.adopt(date);
  }
}
