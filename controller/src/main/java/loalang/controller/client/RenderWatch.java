// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loalang.protocol.ProblemException;

/** Renders a notice and tells how far it is. Blocking. */
public final class RenderWatch {
  private static final long BETWEEN_LOOKS_MILLIS = 300;

  private final OfficeClient office;
  private final PrintWriter out;

  /**
   * A watch.
   *
   * @param office renders
   * @param out gets one line that is written over
   */
  public RenderWatch(OfficeClient office, PrintWriter out) {
    this.office = office;
    this.out = out;
  }

  /**
   * Renders; blocks until there is a recording.
   *
   * @param notice the path of the notice
   * @param recording the path that makes its recording, or a version's
   * @return the notice as the office shows it
   * @throws ProblemException as the office refuses it
   */
  public JsonNode render(String notice, String recording) {
    CompletableFuture<JsonNode> rendering =
        CompletableFuture.supplyAsync(() -> office.post(recording, Map.of()), RenderWatch::start);
    boolean told = false;
    while (true) {
      try {
        JsonNode made = rendering.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        end(told);
        return made;
      } catch (TimeoutException goesOn) {
        told |= tell(office.get(notice + "/production"));
      } catch (ExecutionException e) {
        end(told);
        throw e.getCause() instanceof ProblemException known
            ? new ProblemException(known.problem(), e)
            : new IllegalStateException("The rendering ended in an unknown way.", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while rendering.", e);
      }
    }
  }

  private boolean tell(JsonNode answer) {
    boolean told = false;
    for (JsonNode one : answer.path("productions")) {
      if (one.path("stage").asText().equals("running") && one.path("of").asInt() > 0) {
        out.printf(
            "\r%s: %d/%d câu / sentences",
            one.path("version").asText(), one.path("sentences").asInt(), one.path("of").asInt());
        out.flush();
        told = true;
      }
    }
    return told;
  }

  private void end(boolean told) {
    if (told) {
      out.println();
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "rendering");
    thread.setDaemon(true);
    thread.start();
  }
}
