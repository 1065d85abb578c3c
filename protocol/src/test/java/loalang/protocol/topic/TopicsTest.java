// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.KeyId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicsTest {
  private final Topics topics = new Topics(new CommuneId("ha-dong"));
  private final SpeakerId speaker = new SpeakerId("thon-ba");

  @Test
  void every_topic_stands_below_its_commune() {
    Digest digest = new Digest("ab".repeat(32));
    assertEquals("loa/v1/ha-dong/order/thon-ba", topics.order(speaker));
    assertEquals("loa/v1/ha-dong/order/zone/cho", topics.order(new PagingZone("cho")));
    assertEquals("loa/v1/ha-dong/ack/thon-ba", topics.acknowledgement(speaker));
    assertEquals("loa/v1/ha-dong/report/thon-ba", topics.report(speaker));
    assertEquals("loa/v1/ha-dong/state/thon-ba", topics.state(speaker));
    assertEquals("loa/v1/ha-dong/want/thon-ba", topics.want(speaker));
    assertEquals("loa/v1/ha-dong/audio/" + "ab".repeat(32), topics.audio(digest));
    assertEquals("loa/v1/ha-dong/plan/2026-11-22", topics.plan(LocalDate.of(2026, 11, 22)));
    assertEquals("loa/v1/ha-dong/clock/thon-ba", topics.clock(speaker));
    assertEquals("loa/v1/ha-dong/time/thon-ba", topics.time(speaker));
    assertEquals("loa/v1/ha-dong/keys/" + "k".repeat(43), topics.keys(new KeyId("k".repeat(43))));
    assertEquals("loa/v1/ha-dong/enrol", topics.enrol());
    assertEquals("loa/v1/ha-dong/enrolled/claim-1", topics.enrolled("claim-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "state", "want", "clock"})
  void a_node_s_own_topics_name_the_node(String kind) {
    assertEquals(Optional.of(speaker), topics.speakerOf("loa/v1/ha-dong/" + kind + "/thon-ba"));
  }

  @ParameterizedTest
  @CsvSource({
    "loa/v1/khac/report/thon-ba",
    "loa/v1/ha-dong/audio/thon-ba",
    "loa/v1/ha-dong/report/",
    "loa/v1/ha-dong/report/thon-ba/more",
    "loa/v1/ha-dong/report/+",
    "report/thon-ba"
  })
  void any_other_topic_names_none(String topic) {
    assertEquals(Optional.empty(), topics.speakerOf(topic));
  }
}
