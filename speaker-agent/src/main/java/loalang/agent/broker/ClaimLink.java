// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.topic.Topics;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** The short connection over which a new pole asks to join. Blocks; the starting thread only. */
public final class ClaimLink {
  private static final long PATIENCE_MILLIS = 20_000;
  private static final long REQUEST_EXPIRY_SECONDS = 60;

  private ClaimLink() {}

  /**
   * Sends a request and waits for the answer.
   *
   * @return the answer as received, not verified
   * @throws ProblemException BROKER_WITHOUT_TLS, BROKER_NOT_GENUINE, BROKER_UNREACHABLE,
   *     CLAIM_REFUSED or ENROLMENT_UNANSWERED
   */
  public static byte[] ask(ClaimTicket ticket, byte[] request, InstantSource now) {
    String clientId = ticket.code().clientId();
    BrokerAddress broker = BrokerAddress.of(ticket).checked();
    try {
      MqttAsyncClient client = new MqttAsyncClient(broker.uri(), clientId, new MemoryPersistence());
      try {
        return exchange(client, ticket, request, now);
      } finally {
        client.disconnectForcibly(0, 500, true);
        client.close(true);
      }
    } catch (MqttException e) {
      throw translated(broker, e);
    }
  }

  private static byte[] exchange(
      MqttAsyncClient client, ClaimTicket ticket, byte[] request, InstantSource now)
      throws MqttException {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    client.setCallback(
        PahoEvents.callback(
            new PahoEvents.Incoming() {
              @Override
              public void message(String topic, MqttMessage message) {
                answer.complete(message.getPayload());
              }

              @Override
              public void ended(String why) {
                answer.completeExceptionally(new IllegalStateException(why));
              }
            }));
    MqttConnectionOptions connection = new MqttConnectionOptions();
    connection.setUserName(client.getClientId());
    connection.setPassword(ticket.code().value().getBytes(StandardCharsets.UTF_8));
    connection.setCleanStart(true);
    connection.setAutomaticReconnect(false);
    BrokerAddress.of(ticket).protect(connection, now);
    client.connect(connection).waitForCompletion(PATIENCE_MILLIS);
    Topics topics = new Topics(ticket.commune());
    String answerTopic = topics.enrolled(client.getClientId());
    client.subscribe(answerTopic, 1).waitForCompletion(PATIENCE_MILLIS);
    MqttProperties properties = new MqttProperties();
    properties.setResponseTopic(answerTopic);
    properties.setMessageExpiryInterval(REQUEST_EXPIRY_SECONDS);
    client
        .publish(topics.enrol(), new MqttMessage(request, 1, false, properties))
        .waitForCompletion(PATIENCE_MILLIS);
    return awaited(answer);
  }

  private static byte[] awaited(CompletableFuture<byte[]> answer) {
    try {
      return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unanswered(e);
    }
  }

  private static ProblemException translated(BrokerAddress broker, MqttException e) {
    if (BrokerAddress.isNotGenuine(e)) {
      return notGenuine(broker, e);
    }
    return refused(e) ? claimRefused(broker, e) : unreachable(broker, e);
  }

  private static ProblemException notGenuine(BrokerAddress broker, MqttException e) {
    return new ProblemException(
        new Problem(
            "BROKER_NOT_GENUINE",
            "What answers at %s cannot prove to be the broker of the ticket: %s."
                .formatted(broker, BrokerAddress.why(e)),
            "See that host and port lead to your office and nobody stands between; then ask the"
                + " office for a new ticket."),
        e);
  }

  private static boolean refused(MqttException e) {
    return e.getReasonCode() == MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD
        || e.getReasonCode() == MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED;
  }

  private static ProblemException claimRefused(BrokerAddress broker, MqttException e) {
    return new ProblemException(
        new Problem(
            "CLAIM_REFUSED",
            "The office at %s does not accept this claim code.".formatted(broker),
            "Codes work once and for a short time: ask the office for a new ticket."),
        e);
  }

  private static ProblemException unreachable(BrokerAddress broker, MqttException e) {
    return new ProblemException(
        new Problem(
            "BROKER_UNREACHABLE",
            "No broker answers at %s: %s.".formatted(broker, e),
            "Check the network, the host and the port in the ticket, then start again."),
        e);
  }

  private static ProblemException unanswered(Exception e) {
    return new ProblemException(
        new Problem(
            "ENROLMENT_UNANSWERED",
            "The office did not answer within %d s.".formatted(PATIENCE_MILLIS / 1_000),
            "Check that the controller runs, then ask the office for a new ticket."),
        e);
  }
}
