// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.Gain;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.enrolment.EnrolmentRequest;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.state.Link;
import loalang.protocol.state.Machine;
import loalang.protocol.state.SpeakerState;
import org.jspecify.annotations.Nullable;

/** One example of every message, named as its golden file. */
final class Examples {
  static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00Z");
  static final SpeakerId THON_BA = new SpeakerId("thon-ba");
  static final AiringId AIRING = new AiringId("tiem-chung-20261123-0600");
  static final Digest DIGEST = new Digest("0123456789abcdef".repeat(4));
  static final Digest PREVIOUS = new Digest("fedcba9876543210".repeat(4));
  // The public key of RFC 8037, appendix A.2.
  static final VerifyKey KEY = new VerifyKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String NONCE = "AAECAwQFBgcICQoLDA0ODw";

  private Examples() {}

  record Example<T>(Wire<T> wire, T message) {}

  static Example<?> named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static Map<String, Example<?>> all() {
    Map<String, Example<?>> all = new TreeMap<>();
    all.put("order-play", new Example<>(Wire.ORDER, orderToPlay()));
    all.put("order-stop", order(new Order.Stop(AIRING)));
    all.put("order-set-gain", order(new Order.SetGain(new Gain(-6))));
    all.put("order-set-gain-by-hour", order(Order.SetGain.of(volume())));
    all.put("order-self-test", order(new Order.SelfTest()));
    all.put("order-silence", order(new Order.Silence(SIX_AM)));
    all.put("order-play-released", order(playReleased()));
    all.put("plan", new Example<>(Wire.PLAN, plan()));
    all.put(
        "clock-question", new Example<>(Wire.CLOCK_QUESTION, new ClockQuestion(THON_BA, NONCE)));
    all.put("clock-answer", new Example<>(Wire.CLOCK_ANSWER, clockAnswer()));
    all.put("key-statement-scoped", new Example<>(Wire.KEY_STATEMENT, scopedKeys()));
    all.put("key-statement", new Example<>(Wire.KEY_STATEMENT, keyStatement()));
    all.put("report-plan-held", report(6, new Report.PlanHeld(DAY, 3, 12, List.of(AIRING))));
    all.put(
        "report-plan-refused",
        report(7, new Report.PlanRefused(DAY, 3, RefusalReason.OTHER_COMMUNE)));
    all.put("report-order-obeyed", report(8, new Report.OrderObeyed(7)));
    all.put("report-order-refused", report(9, new Report.OrderRefused(7, RefusalReason.EXPIRED)));
    all.put("report-keys-adopted", report(10, new Report.KeysAdopted(Issuer.COMMUNE, 2)));
    all.put("report-volume-obeyed", report(12, new Report.OrderObeyed(7, volume())));
    all.put("report-self-tested", report(13, selfTested()));
    all.put("report-with-clock-bound", reportWithBound());
    all.put("report-accepted", report(1, new Report.Accepted(AIRING, 7)));
    all.put("report-refused", report(2, new Report.Refused(AIRING, 7, RefusalReason.EXPIRED)));
    all.put("report-ready", report(3, new Report.Ready(AIRING, DIGEST)));
    all.put("report-started", report(4, new Report.Started(AIRING, SIX_AM)));
    all.put("report-ended", report(5, ended(Outcome.PARTIAL)));
    all.put(
        "report-heard",
        report(12, new Report.Heard(AIRING, new Report.Heard.Match(43, 1_740), -21, -48, false)));
    all.put("report-not-heard", report(13, new Report.Heard(AIRING, null, -47, null, true)));
    all.put("ack", new Example<>(Wire.ACKNOWLEDGEMENT, new Acknowledgement(THON_BA, 5)));
    all.put("state-online", new Example<>(Wire.STATE, state(Link.ONLINE, SIX_AM)));
    all.put("state-troubled", new Example<>(Wire.STATE, troubled()));
    all.put("state-with-machine", new Example<>(Wire.STATE, withMachine()));
    all.put("state-lost", new Example<>(Wire.STATE, state(Link.LOST, null)));
    all.put("want", new Example<>(Wire.WANT, want()));
    all.put("enrolment-request", new Example<>(Wire.ENROLMENT_REQUEST, request()));
    all.put("enrolment-granted", new Example<>(Wire.ENROLMENT_ANSWER, granted()));
    all.put("enrolment-declined", new Example<>(Wire.ENROLMENT_ANSWER, declined()));
    return all;
  }

  static Order.Play play() {
    RecordingRef recording = new RecordingRef(DIGEST, 81_600, Duration.ofMillis(43_400));
    return new Order.Play(AIRING, recording, SIX_AM, SIX_AM.plusSeconds(120), Priority.ROUTINE);
  }

  private static Order.Play playReleased() {
    Order.Play play = play();
    return new Order.Play(
        play.airing(),
        play.recording(),
        play.startAt(),
        play.latestStart(),
        Priority.EMERGENCY,
        new Release("cb.lan", "pct.minh"));
  }

  static IssuedPlan plan() {
    PlannedPlay first = new PlannedPlay(Set.of(new PagingZone("thon-hai")), play());
    return new IssuedPlan(orderToPlay().warrant(), new DayPlan(DAY, 3, List.of(first)));
  }

  private static ClockAnswer clockAnswer() {
    return new ClockAnswer(THON_BA, NONCE, SIX_AM, SIX_AM.plusNanos(250_000));
  }

  private static KeyStatement scopedKeys() {
    KeyScope scope = new KeyScope(Set.of(new PagingZone("cho")), Priority.PRIORITY);
    TrustedKey desk = new TrustedKey(KEY, Issuer.PROVINCE, scope);
    return new KeyStatement(new CommuneId("ha-dong"), Issuer.PROVINCE, 1, List.of(desk));
  }

  private static KeyStatement keyStatement() {
    return new KeyStatement(
        new CommuneId("ha-dong"), Issuer.COMMUNE, 2, List.of(new TrustedKey(KEY, Issuer.COMMUNE)));
  }

  private static Example<NumberedReport> reportWithBound() {
    return new Example<>(
        Wire.REPORT,
        new NumberedReport(
            THON_BA,
            11,
            PREVIOUS,
            SIX_AM,
            new Report.Started(AIRING, SIX_AM),
            Duration.ofMillis(4)));
  }

  static IssuedOrder orderToPlay() {
    return order(play()).message();
  }

  private static Example<IssuedOrder> order(Order order) {
    Warrant warrant =
        new Warrant(
            7,
            Issuer.COMMUNE,
            new CommuneId("ha-dong"),
            Set.of(new PagingZone("thon-hai"), new PagingZone("cho")),
            SIX_AM.minusSeconds(60),
            SIX_AM.plusSeconds(600));
    return new Example<>(Wire.ORDER, new IssuedOrder(warrant, order));
  }

  private static Example<NumberedReport> report(long number, Report report) {
    Digest previous = number == 1 ? null : PREVIOUS;
    return new Example<>(
        Wire.REPORT, new NumberedReport(THON_BA, number, previous, SIX_AM, report));
  }

  private static Report.Ended ended(Outcome outcome) {
    return new Report.Ended(AIRING, outcome, 2_083_200, 960_000, SIX_AM.plusSeconds(20));
  }

  private static SpeakerState state(Link link, @Nullable Instant at) {
    return new SpeakerState(
        THON_BA, link, at, "0.1.0", "alsa:default", 2, "ENVELOPE_BAD_SIGNATURE", 3);
  }

  private static SpeakerState troubled() {
    return new SpeakerState(
        THON_BA, Link.ONLINE, SIX_AM, "0.1.0", "alsa:default", 0, null, 0, "KEYS_NOT_STORED");
  }

  private static Volume volume() {
    Volume.Hours early = new Volume.Hours(LocalTime.of(5, 30), LocalTime.of(6, 30), new Gain(-12));
    return new Volume(new Gain(-6), List.of(early));
  }

  private static Report.SelfTested selfTested() {
    return new Report.SelfTested(
        7,
        List.of(
            SelfCheck.measured(SelfCheck.SOUND, true, 24_000, 24_000L),
            SelfCheck.measured(SelfCheck.DISK_FREE, true, 1_000_000, null),
            SelfCheck.failed(SelfCheck.DISK_WRITE, "DISK_FULL"),
            SelfCheck.left(SelfCheck.TEMPERATURE, "no-thermometer")));
  }

  private static SpeakerState withMachine() {
    return new SpeakerState(
        THON_BA,
        Link.ONLINE,
        SIX_AM,
        "0.1.0",
        "alsa:default",
        0,
        null,
        0,
        null,
        volume(),
        new Machine(81.5, false));
  }

  private static Want want() {
    return new Want(DIGEST, 81_600, List.of(new PartRange(0, 1), new PartRange(4, 4)));
  }

  private static EnrolmentRequest request() {
    return new EnrolmentRequest(KEY, THON_BA, "0.1.0");
  }

  private static EnrolmentAnswer granted() {
    return new EnrolmentAnswer.Granted(
        THON_BA,
        new CommuneId("ha-dong"),
        Set.of(new PagingZone("thon-ba")),
        List.of(new TrustedKey(KEY, Issuer.COMMUNE)),
        "a-long-random-password");
  }

  private static EnrolmentAnswer declined() {
    return new EnrolmentAnswer.Declined(
        new Problem("CLAIM_EXPIRED", "The claim code is too old.", "Ask the office for another."));
  }
}
