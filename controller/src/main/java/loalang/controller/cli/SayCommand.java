// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speaks a text now. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = "Speaks a text on the loudspeakers of some zones, now.")
final class SayCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 200;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OfficeOptions office = new OfficeOptions();

  @Parameters(paramLabel = "TEXT", description = "Plain text, or Markdown with front matter.")
  private String text = "";

  @Option(
      names = {"-z", "--zone"},
      paramLabel = "ZONE",
      required = true,
      split = ",",
      description = "Where; more than one with commas or by repeating it.")
  private List<String> zones = List.of();

  @Option(
      names = "--priority",
      paramLabel = "CLASS",
      description = "routine, priority or emergency (default: as the text says, else routine).")
  private @Nullable String priority;

  @Option(
      names = {"-w", "--wait"},
      description = "Waits for every speaker's end; exit code 0 only if all rendered every frame.")
  private boolean isWaiting;

  @Option(names = "--json", description = "The result as one line of JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws InterruptedException {
    OfficeClient client = office.client();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    JsonObject notice = client.post("/notices", new JsonObject().put("text", text));
    String id = notice.getString("id");
    client.post("/notices/" + id + "/recording");
    JsonObject wish =
        new JsonObject().put("notice", id).put("zones", new JsonArray(List.copyOf(zones)));
    if (priority != null) {
      wish.put("priority", priority);
    }
    JsonObject airing = client.post("/airings", wish);
    if (isWaiting) {
      airing = await(client, airing.getString("id"), out);
    }
    tell(out, airing);
    return isWaiting && !isRenderedByAll(airing) ? 1 : 0;
  }

  private JsonObject await(OfficeClient client, String id, PrintWriter out)
      throws InterruptedException {
    Map<String, String> shown = new HashMap<>();
    while (true) {
      JsonObject airing = client.get("/airings/" + id);
      show(airing, shown, out);
      String state = airing.getString("state");
      if (!state.equals("planned") && !state.equals("on-air")) {
        return airing;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private void show(JsonObject airing, Map<String, String> shown, PrintWriter out) {
    JsonArray speakers = airing.getJsonArray("speakers");
    for (int i = 0; i < speakers.size() && !isJson; i++) {
      JsonObject speaker = speakers.getJsonObject(i);
      String line = line(speaker);
      if (!line.equals(shown.put(speaker.getString("speaker"), line))) {
        out.println(line);
        out.flush();
      }
    }
  }

  private static String line(JsonObject speaker) {
    String reason = speaker.getString("reason");
    return "%-24s %s%s"
        .formatted(
            speaker.getString("speaker"),
            speaker.getString("state"),
            reason == null ? "" : " " + reason);
  }

  private void tell(PrintWriter out, JsonObject airing) {
    if (isJson) {
      out.println(summary(airing).encode());
    } else {
      JsonObject problem = airing.getJsonObject("problem");
      out.printf(
          "%s %s %d/%d%n",
          airing.getString("id"),
          problem == null ? airing.getString("state") : problem.getString("code"),
          airing.getInteger("rendered"),
          airing.getJsonArray("speakers").size());
    }
    out.flush();
  }

  private static JsonObject summary(JsonObject airing) {
    int speakers = airing.getJsonArray("speakers").size();
    int rendered = airing.getInteger("rendered");
    JsonObject summary =
        new JsonObject()
            .put("airing", airing.getString("id"))
            .put("state", airing.getString("state"))
            .put("speakers", speakers)
            .put("rendered", rendered)
            .put("failed", speakers - rendered);
    Double seconds = airing.getDouble("secondsFromOrderToLastStart");
    return seconds == null ? summary : summary.put("seconds_from_order_to_last_start", seconds);
  }

  private static boolean isRenderedByAll(JsonObject airing) {
    int speakers = airing.getJsonArray("speakers").size();
    return speakers > 0 && airing.getInteger("rendered") == speakers;
  }
}
