// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.walls.sabotage;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import loalang.controller.console.frame.Texts;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Wrong on purpose: a room that knows the broker, the database, the page and the clock. */
public final class ReachesEverywhere {
  private @Nullable MqttMessage message;
  private @Nullable Jdbi jdbi;
  private @Nullable JsonObject json;
  private @Nullable Texts texts;

  /** Uses what it reaches, so that the compiler keeps it. */
  public String reach() {
    return "" + message + jdbi + json + texts + Instant.now();
  }
}
