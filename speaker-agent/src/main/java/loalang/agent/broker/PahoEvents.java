// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Paho's two callback interfaces, reduced to what the link needs. */
final class PahoEvents {
  private static final int FIRST_ERROR_CODE = 0x80;

  /** For requests whose failure shows in another way. */
  static final Outcome IGNORED = (success, why) -> {};

  private PahoEvents() {}

  /** Hears messages and the end of a connection. */
  interface Incoming {
    void message(String topic, MqttMessage message);

    void ended(String why);
  }

  /** Hears what became of one request. */
  interface Outcome {
    void done(boolean success, String why);
  }

  static MqttCallback callback(Incoming incoming) {
    return new MqttCallback() {
      @Override
      public void disconnected(MqttDisconnectResponse response) {
        incoming.ended(String.valueOf(response));
      }

      @Override
      public void mqttErrorOccurred(MqttException exception) {
        incoming.ended(String.valueOf(exception));
      }

      @Override
      public void messageArrived(String topic, MqttMessage message) {
        incoming.message(topic, message);
      }

      @Override
      public void deliveryComplete(IMqttToken token) {
        // Each request has a listener of its own.
      }

      @Override
      public void connectComplete(boolean reconnect, String serverUri) {
        // The connect request has a listener of its own.
      }

      @Override
      public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // We ask for no extended authentication.
      }
    };
  }

  /** Paho calls a refusal with a reason code a success; this does not. */
  static MqttActionListener listener(Outcome outcome) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        int worst = 0;
        for (int code : codes == null ? new int[0] : codes) {
          worst = Math.max(worst, code);
        }
        outcome.done(worst < FIRST_ERROR_CODE, "reason code " + worst);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable exception) {
        outcome.done(false, BrokerAddress.why(exception));
      }
    };
  }
}
