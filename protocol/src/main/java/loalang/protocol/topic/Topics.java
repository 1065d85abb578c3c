// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.topic;

import java.time.LocalDate;
import java.util.Optional;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.KeyId;

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

  /** The plan of one day, for every node; retained. */
  public String plan(LocalDate date) {
    return below("plan/" + date);
  }

  /** Which keys to obey, as the holder of one key says; retained. */
  public String keys(KeyId signer) {
    return below("keys/" + signer.thumbprint());
  }

  /** Where a node asks for the time. */
  public String clock(SpeakerId speaker) {
    return below("clock/" + speaker);
  }

  /** Where a node is told the time. */
  public String time(SpeakerId speaker) {
    return below("time/" + speaker);
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

  /** Filter for the plans of every day. */
  public String everyPlan() {
    return below("plan/+");
  }

  /** Filter for the key statements of every key. */
  public String everyKeys() {
    return below("keys/+");
  }

  /** Filter for the questions of every node. */
  public String everyClock() {
    return below("clock/+");
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

  /** True if plans come over this topic. */
  public boolean isPlan(String topic) {
    return topic.startsWith(below("plan/"));
  }

  /** True if statements about keys come over this topic. */
  public boolean isKeys(String topic) {
    return topic.startsWith(below("keys/"));
  }

  /** Which node a report, state, want or clock topic belongs to; empty for any other topic. */
  public Optional<SpeakerId> speakerOf(String topic) {
    for (String kind : new String[] {"report/", "state/", "want/", "clock/"}) {
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
