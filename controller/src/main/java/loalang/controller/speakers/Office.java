// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.controller.broker.BrokerAccounts;
import loalang.controller.broker.OfficeGate;
import loalang.controller.broker.Outgoing;
import loalang.protocol.enrolment.CertificatePin;
import loalang.protocol.enrolment.ClaimCode;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Who the poles join.
 *
 * @param topics of the commune
 * @param keys that sign and that are obeyed
 * @param gate of the broker
 * @param accounts tells the broker who may enter
 * @param address where poles find the broker
 * @param publisher sends to the broker
 * @param now what time it is
 */
public record Office(
    Topics topics,
    Keys keys,
    OfficeGate gate,
    BrokerAccounts accounts,
    BrokerAddress address,
    Function<Outgoing, Future<Void>> publisher,
    InstantSource now) {

  /**
   * Where poles find the broker.
   *
   * @param host as seen from the poles
   * @param port 1 to 65535
   * @param pin who vouches for its certificate; null without TLS
   */
  public record BrokerAddress(String host, int port, @Nullable CertificatePin pin) {}

  /**
   * The keys of now; any thread.
   *
   * @param signer of the office
   * @param trusted by whom joins
   */
  public record Keys(Supplier<EnvelopeSigner> signer, Supplier<List<TrustedKey>> trusted) {}

  /** Sends to the broker. */
  Future<Void> publish(Outgoing message) {
    return publisher.apply(message);
  }

  EnvelopeSigner signer() {
    return keys.signer().get();
  }

  ClaimTicket ticket(ClaimCode code) {
    return new ClaimTicket(
        address.host(),
        address.port(),
        topics.commune(),
        code,
        signer().key().verifyKey(),
        address.pin());
  }

  /** The client an answer topic belongs to; empty if it is no answer topic. */
  Optional<String> clientOf(String responseTopic) {
    String client = responseTopic.substring(responseTopic.lastIndexOf('/') + 1);
    return topics.enrolled(client).equals(responseTopic) ? Optional.of(client) : Optional.empty();
  }
}
