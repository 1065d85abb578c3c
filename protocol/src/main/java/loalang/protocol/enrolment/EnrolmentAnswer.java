// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;

/** What the office answers, signed with the key the ticket named. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EnrolmentAnswer.Granted.class, name = "granted"),
  @JsonSubTypes.Type(value = EnrolmentAnswer.Declined.class, name = "declined")
})
public sealed interface EnrolmentAnswer {

  /**
   * Welcome.
   *
   * @param speaker the pole's name from now on, also its MQTT user name and client identifier
   * @param commune whose pole it is
   * @param zones the zones it belongs to; its own single-node zone is understood
   * @param trusted the keys it obeys, at least one
   * @param password for the broker, known to this pole alone
   * @throws IllegalArgumentException if there is no trusted key
   */
  record Granted(
      SpeakerId speaker,
      CommuneId commune,
      Set<PagingZone> zones,
      List<TrustedKey> trusted,
      String password)
      implements EnrolmentAnswer {
    public Granted {
      zones = PagingZone.sorted(zones);
      trusted = List.copyOf(trusted);
      if (trusted.isEmpty()) {
        throw new IllegalArgumentException("A pole that trusts no key would be mute.");
      }
    }

    @Override
    public String toString() {
      return "Granted[%s of %s in %s, password hidden]".formatted(speaker, commune, zones);
    }
  }

  /**
   * Not so.
   *
   * @param problem why, and what the technician can do
   */
  record Declined(Problem problem) implements EnrolmentAnswer {}
}
