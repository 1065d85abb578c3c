// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.enrolment;

import loalang.agent.broker.BrokerAddress;
import loalang.agent.trust.Station;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;

/**
 * Who this pole is and where its office is found.
 *
 * @param key signs its reports; never leaves the pole
 * @param station its name, commune, zones and the keys it obeys
 * @param office the key that signed the grant
 * @param broker where it is and how it is recognised
 * @param password for the broker
 */
public record Identity(
    SigningKey key, Station station, VerifyKey office, BrokerAddress broker, String password) {
  @Override
  public String toString() {
    return "Identity[%s of %s at %s]".formatted(station.speaker(), station.commune(), broker);
  }
}
