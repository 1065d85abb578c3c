// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.order.Order;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A broker, an office reduced to its messages, and one pole whose agent is a real process. */
public final class Village implements AutoCloseable {
  private final Path directory;
  private final TestBroker broker;
  private final FakeOffice office;
  private final List<AgentProcess> agents = new ArrayList<>();

  public Village(Path directory, Tone... recordings) throws IOException, MqttException {
    this(directory, new TestBroker(directory.resolve("broker")), recordings);
  }

  /** A village around this broker. */
  public Village(Path directory, TestBroker broker, Tone... recordings) throws MqttException {
    this.directory = directory;
    this.broker = broker;
    this.office = new FakeOffice(broker.port());
    for (Tone tone : recordings) {
      office.keepRecording(tone);
    }
  }

  /** Starts the agent; its sound goes to files unless something else is said. */
  public AgentProcess agent(String... more) throws IOException {
    return agent(Map.of(), more);
  }

  public AgentProcess agent(Map<String, String> environment, String... more) throws IOException {
    List<String> arguments = new ArrayList<>();
    if (!List.of(more).contains("--output")) {
      arguments.addAll(List.of("--output", "file:" + sound()));
    }
    arguments.addAll(List.of(more));
    AgentProcess agent = AgentProcess.start(environment, state(), arguments.toArray(new String[0]));
    agents.add(agent);
    return agent;
  }

  /** Starts an agent that has no identity yet, and waits until the office sees it. */
  public AgentProcess newAgent(String... more) throws IOException {
    return newAgent(Map.of(), more);
  }

  public AgentProcess newAgent(Map<String, String> environment, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--ticket", office.ticket().toUri()));
    arguments.addAll(List.of(more));
    AgentProcess agent = agent(environment, arguments.toArray(new String[0]));
    office.states().await(state -> state.link() == Link.ONLINE);
    return agent;
  }

  public TestBroker broker() {
    return broker;
  }

  public FakeOffice office() {
    return office;
  }

  public Path state() {
    return directory.resolve("state");
  }

  public Path sound() {
    return directory.resolve("sound");
  }

  /** The sound file of an airing. */
  public Path wav(String name) {
    return sound().resolve(name + ".wav");
  }

  /** An order of now that may begin up to two minutes late. */
  public static Order.Play play(String name, Tone tone, Priority priority) {
    Instant now = Instant.now();
    return new Order.Play(new AiringId(name), tone.ref(), now, now.plusSeconds(120), priority);
  }

  /** A day whose airings all start at their own instants. */
  public static DayPlan plan(long edition, Order.Play... plays) {
    LocalDate date = LocalDate.ofInstant(plays[0].startAt(), ZoneOffset.UTC);
    return new DayPlan(
        date,
        edition,
        List.of(plays).stream()
            .map(play -> new PlannedPlay(Set.of(FakeOffice.THON_BA), play))
            .toList());
  }

  /** An airing of a plan; it may begin two minutes late. */
  public static Order.Play at(Instant start, String name, Tone tone) {
    return new Order.Play(
        new AiringId(name), tone.ref(), start, start.plusSeconds(120), Priority.ROUTINE);
  }

  /** What the pole said about the plan of that edition, when it lacked so many recordings. */
  public Report.PlanHeld held(long edition, int lacking) {
    NumberedReport report =
        office
            .reports()
            .await(
                one ->
                    one.report() instanceof Report.PlanHeld held
                        && held.edition() == edition
                        && held.lacking().size() == lacking);
    return (Report.PlanHeld) report.report();
  }

  /** Waits for the end of an airing. */
  public Report.Ended end(String name) {
    return awaited(Report.Ended.class, name);
  }

  /** Waits for the first frame of an airing. */
  public Report.Started start(String name) {
    return awaited(Report.Started.class, name);
  }

  /** Waits for what the microphone heard of an airing. */
  public Report.Heard heard(String name) {
    return awaited(Report.Heard.class, name);
  }

  private <R extends Report.OfAiring> R awaited(Class<R> kind, String name) {
    NumberedReport report =
        office.reports().await(one -> kind.isInstance(one.report()) && isAbout(one, name));
    return kind.cast(report.report());
  }

  /** True if this report is about that airing. */
  public static boolean isAbout(NumberedReport one, String name) {
    return one.report() instanceof Report.OfAiring about && about.airing().value().equals(name);
  }

  /** True if no number is left out of the pole's chain. */
  public boolean chainHolds() {
    Map<Long, NumberedReport> seen = office.seen();
    for (long number = 1; number <= seen.size(); number++) {
      if (!seen.containsKey(number)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws MqttException {
    agents.forEach(AgentProcess::close);
    office.close();
    broker.close();
  }
}
