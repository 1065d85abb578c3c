// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** Follows one airing until every node has come to an end, telling each step as it is seen. */
public final class AiringWatch {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  private final OfficeClient office;
  private final Consumer<Step> listener;
  private final Map<String, String> told = new HashMap<>();

  /**
   * A watch.
   *
   * @param office whom to ask
   * @param listener hears each step on the calling thread
   */
  public AiringWatch(OfficeClient office, Consumer<Step> listener) {
    this.office = office;
    this.listener = listener;
  }

  /**
   * One node came one step further.
   *
   * @param speaker which node
   * @param state the ledger's word for it
   * @param reason why, or empty
   * @param framesDue frames that playing it whole takes, 0 if not known yet
   * @param framesRendered frames the audio device consumed, 0 if not known yet
   */
  public record Step(
      String speaker, String state, String reason, long framesDue, long framesRendered) {}

  /**
   * Watches; blocks until the ledger calls the airing final.
   *
   * @param airing which
   * @param limit the longest it may take
   * @return the airing as the API shows it at the end
   * @throws ProblemException AIRING_NOT_ENDED if the limit passes first
   */
  public JsonNode untilFinal(String airing, Duration limit) {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (true) {
      JsonNode seen = office.get("/airings/" + airing);
      seen.path("speakers").forEach(this::tell);
      if (isFinal(seen)) {
        return seen;
      }
      if (System.nanoTime() > giveUp) {
        throw new ProblemException(
            new Problem(
                "AIRING_NOT_ENDED",
                "Airing %s has not ended after %d s.".formatted(airing, limit.toSeconds()),
                "See it in the console; the ledger goes on without this command."));
      }
      pause();
    }
  }

  /** True if every node has come to an end, or none was ever to begin. */
  public static boolean isFinal(JsonNode airing) {
    for (JsonNode speaker : airing.path("speakers")) {
      if (!speaker.path("final").asBoolean()) {
        return false;
      }
    }
    return !"planned".equals(airing.path("state").asText());
  }

  /** True if there was a node to play it and every one played it whole. */
  public static boolean isPlayedByAll(JsonNode airing) {
    return !airing.path("speakers").isEmpty() && playedBy(airing) == airing.path("speakers").size();
  }

  /** How many nodes played it whole. */
  public static int playedBy(JsonNode airing) {
    int played = 0;
    for (JsonNode speaker : airing.path("speakers")) {
      if ("played".equals(speaker.path("state").asText())) {
        played++;
      }
    }
    return played;
  }

  private void tell(JsonNode speaker) {
    Step step =
        new Step(
            speaker.path("speaker").asText(),
            speaker.path("state").asText(),
            speaker.path("reason").asText(""),
            speaker.path("framesDue").asLong(),
            speaker.path("framesRendered").asLong());
    if (!step.state().equals(told.put(step.speaker(), step.state()))) {
      listener.accept(step);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while watching.", e);
    }
  }
}
