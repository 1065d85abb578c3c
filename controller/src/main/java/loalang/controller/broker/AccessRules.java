// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.util.HashSet;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.topic.Topics;

/**
 * What each kind of client may publish and subscribe. Pure.
 *
 * @param topics of the commune
 */
record AccessRules(Topics topics) {

  /** A node: its own voice, its own and its zones' orders, any recording's parts. */
  boolean permitsNode(SpeakerId speaker, Set<PagingZone> zones, BrokerAction action, String topic) {
    return any(action == BrokerAction.PUBLISH ? says(speaker) : hears(speaker, zones), topic);
  }

  /** A pole that asks to join: one question, one answer, its own. */
  boolean permitsClaim(String clientId, BrokerAction action, String topic) {
    return action == BrokerAction.PUBLISH
        ? topic.equals(topics.enrol())
        : topic.equals(topics.enrolled(clientId));
  }

  Set<String> says(SpeakerId speaker) {
    return Set.of(
        topics.want(speaker), topics.report(speaker), topics.state(speaker), topics.clock(speaker));
  }

  Set<String> hears(SpeakerId speaker, Set<PagingZone> zones) {
    Set<String> hears = new HashSet<>();
    hears.add(topics.order(speaker));
    hears.add(topics.order(PagingZone.only(speaker)));
    hears.add(topics.acknowledgement(speaker));
    hears.add(topics.time(speaker));
    hears.add(topics.everyAudio());
    hears.add(topics.everyPlan());
    hears.add(topics.everyKeys());
    zones.forEach(zone -> hears.add(topics.order(zone)));
    return hears;
  }

  private static boolean any(Set<String> grants, String asked) {
    TopicFilter filter = TopicFilter.of(asked);
    return grants.stream().anyMatch(grant -> TopicFilter.of(grant).covers(filter));
  }
}
