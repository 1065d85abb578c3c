// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import loalang.controller.client.OfficeClient;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** One office and its poles, each a process of its own, with all their state in one folder. */
public final class Village implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String ADDRESS = "controller.url";
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** The window without programmes, as both programs take it. */
  private final String quietHours;

  private final Layout layout;
  private final Path folder;
  private final Map<String, Program> agents = new LinkedHashMap<>();
  private List<String> ports = List.of("0", "0");
  private Program controller;
  private OfficeClient office;

  private Village(Layout layout, Path folder) {
    this.layout = layout;
    this.folder = folder;
    this.quietHours = farFromNow(LocalTime.now(VIETNAM));
    this.controller = startController();
    this.office = awaitOffice();
  }

  /**
   * Starts an office with free ports.
   *
   * @param layout where the programs lie
   * @param folder where all state goes
   */
  public static Village found(Layout layout, Path folder) {
    return new Village(layout, folder);
  }

  /**
   * One quiet minute, half a day from now: a village that is shown or tested is heard at any hour.
   */
  static String farFromNow(LocalTime now) {
    LocalTime from = now.plusHours(12).truncatedTo(ChronoUnit.MINUTES);
    return from + "-" + from.plusMinutes(1);
  }

  /** The office. */
  public OfficeClient office() {
    return office;
  }

  /** The office's folder. */
  public Path officeFolder() {
    return folder.resolve("office");
  }

  /** A pole's folder. */
  public Path poleFolder(String name) {
    return folder.resolve(name);
  }

  /** A pole's program. */
  public Program agent(String name) {
    Program agent = agents.get(name);
    if (agent == null) {
      throw new IllegalArgumentException("There is no pole " + name);
    }
    return agent;
  }

  /**
   * Puts up a pole: makes a ticket, starts an agent with it.
   *
   * @param name of the node, and of the one zone it belongs to
   * @param arguments more arguments for the agent
   * @param environment added to the agent's
   */
  public void putUp(String name, List<String> arguments, Map<String, String> environment) {
    JsonNode ticket =
        office.post("/claim-tickets", Map.of("speaker", name, "zones", List.of(name)));
    List<String> all = new ArrayList<>(arguments);
    all.add("--ticket");
    all.add(ticket.path("ticket").asText());
    startAgent(name, all, environment);
  }

  /** Starts the agent of a pole that has joined before. */
  public void startAgent(String name, List<String> arguments, Map<String, String> environment) {
    List<String> all = new ArrayList<>();
    all.add("--state-dir");
    all.add(poleFolder(name).toString());
    all.add("--quiet-hours");
    all.add(quietHours);
    all.addAll(arguments);
    agents.put(
        name,
        Program.start(
            new Program.Spec(
                layout.program("speaker-agent"),
                layout.javaOptions("agent"),
                all,
                environment,
                folder.resolve(name + ".log"))));
  }

  /** Waits until the office hears these poles. */
  public void awaitOnline(String... names) {
    for (String name : names) {
      await(() -> isOnline(name), name + " is online");
    }
  }

  /** True if the office hears a pole. */
  public boolean isOnline(String name) {
    for (JsonNode speaker : office.get("/speakers").path("speakers")) {
      if (name.equals(speaker.path("id").asText())) {
        return speaker.path("online").asBoolean();
      }
    }
    return false;
  }

  /** Ends the office as a power cut would, and starts it again on the same state. */
  public void restartOfficeAfterPowerCut() {
    cutOfficePower();
    startOfficeAgain();
  }

  /** Ends the office as a power cut would. */
  public void cutOfficePower() {
    ports = portsOfTheOffice();
    controller.kill();
    forgetAddress();
  }

  /** Starts an office that was ended, on the same state and the same ports. */
  public void startOfficeAgain() {
    controller = startController();
    office = awaitOffice();
  }

  /** Waits for something to become true. */
  public void await(BooleanSupplier condition, String what) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new ProblemException(
            new Problem(
                "VILLAGE_TIMED_OUT",
                "After %d s it is still not so that %s.".formatted(PATIENCE.toSeconds(), what),
                "Read the logs in " + folder + "."));
      }
      pause();
    }
  }

  @Override
  public void close() {
    agents.values().forEach(Program::close);
    controller.close();
  }

  private List<String> portsOfTheOffice() {
    return List.of(
        Integer.toString(office.address().getPort()),
        Integer.toString(office.get("/health").path("mqttPort").asInt()));
  }

  /** So that the next office is told from this one. */
  private void forgetAddress() {
    try {
      Files.deleteIfExists(officeFolder().resolve(ADDRESS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Program startController() {
    List<String> arguments =
        List.of(
            "controller",
            "--data-dir",
            folder.resolve("office").toString(),
            "--http-port",
            ports.get(0),
            "--mqtt-port",
            ports.get(1),
            "--quiet-hours",
            quietHours);
    return Program.start(
        new Program.Spec(
            layout.program("controller"),
            layout.javaOptions("office"),
            arguments,
            Map.of(),
            folder.resolve("controller.log")));
  }

  private OfficeClient awaitOffice() {
    Path address = officeFolder().resolve(ADDRESS);
    await(() -> Files.exists(address) || !controller.isAlive(), "the office is open");
    if (!controller.isAlive()) {
      throw new ProblemException(
          new Problem(
              "CONTROLLER_ENDED",
              "The controller ended while it was starting.",
              "Read " + controller.log() + "."));
    }
    return OfficeClient.ofDataDirectory(officeFolder());
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting.", e);
    }
  }
}
