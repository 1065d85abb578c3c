// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.topic;

import java.util.Optional;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;

/**
 * The topics of one commune, all below {@code loa/v1/{commune}}.
 *
 * @param commune whose loudspeakers these are
 */
public record Topics(CommuneId commune) {
  private static final String ROOT = "loa/v1/";

  /** Orders for one node. */
  public String order(SpeakerId speaker) {
    return below("order/" + speaker);
  }

  /** Orders for every node of a zone. */
  public String order(PagingZone zone) {
    return below("order/zone/" + zone);
  }

  /** What the office has stored of a node's reports; retained. */
  public String acknowledgement(SpeakerId speaker) {
    return below("ack/" + speaker);
  }

  /** A node's reports. */
  public String report(SpeakerId speaker) {
    return below("report/" + speaker);
  }

  /** A node's state; retained, and its will. */
  public String state(SpeakerId speaker) {
    return below("state/" + speaker);
  }

  /** A node's request for parts of a recording. */
  public String want(SpeakerId speaker) {
    return below("want/" + speaker);
  }

  /** The parts of one recording, heard by every node that lacks it. */
  public String audio(Digest digest) {
    return below("audio/" + digest);
  }

  /** Where a new pole asks to join. */
  public String enrol() {
    return below("enrol");
  }

  /** Where one asking pole, known by its MQTT client identifier, gets its answer. */
  public String enrolled(String clientId) {
    return below("enrolled/" + clientId);
  }

  /** Filter for the reports of every node. */
  public String everyReport() {
    return below("report/+");
  }

  /** Filter for the state of every node. */
  public String everyState() {
    return below("state/+");
  }

  /** Filter for the wants of every node. */
  public String everyWant() {
    return below("want/+");
  }

  /** Filter for the parts of every recording. */
  public String everyAudio() {
    return below("audio/+");
  }

  /** Which node a report, state or want topic belongs to; empty for any other topic. */
  public Optional<SpeakerId> speakerOf(String topic) {
    for (String kind : new String[] {"report/", "state/", "want/"}) {
      String prefix = below(kind);
      if (topic.startsWith(prefix)) {
        return speakerNamed(topic.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<SpeakerId> speakerNamed(String last) {
    try {
      return Optional.of(new SpeakerId(last));
    } catch (IllegalArgumentException notASpeaker) {
      return Optional.empty();
    }
  }

  private String below(String rest) {
    return ROOT + commune + "/" + rest;
  }
}
