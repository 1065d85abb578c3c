// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.walls.sabotage;

import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Wrong on purpose: MQTT outside the broker's room. */
public final class StrayPaho {
  private StrayPaho() {}

  public static int size(MqttMessage message) {
    return message.getPayload().length;
  }
}
