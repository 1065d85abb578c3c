// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import loalang.controller.console.frame.Texts;
import loalang.controller.replay.AiredNotice;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The rules of the RSS 2.0 specification, one after the other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeedTest {
  private static final Texts TEXTS = Texts.vietnamese(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00Z");

  @Test
  void the_feed_keeps_the_rules_of_rss() throws Exception {
    Document feed = feed(notice('a', "Tiêm chủng <ngày mai> & \"mốt\""), notice('b', "Họp thôn"));

    Element rss = feed.getDocumentElement();
    assertEquals("rss", rss.getTagName());
    assertEquals("2.0", rss.getAttribute("version"));
    Element channel = (Element) rss.getElementsByTagName("channel").item(0);
    for (String needed : List.of("title", "link", "description", "language", "lastBuildDate")) {
      assertFalse(text(channel, needed).isBlank(), needed);
    }
    Element self = (Element) feed.getElementsByTagNameNS("*", "link").item(1);
    assertEquals("https://loa.vn/replay/feed.xml", self.getAttribute("href"));
    NodeList items = feed.getElementsByTagName("item");
    assertEquals(2, items.getLength());
    Set<String> guids = new HashSet<>();
    for (int i = 0; i < items.getLength(); i++) {
      Element item = (Element) items.item(i);
      assertTrue(guids.add(text(item, "guid")));
      assertEquals(
          SIX_AM,
          ZonedDateTime.parse(text(item, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant());
      Element enclosure = (Element) item.getElementsByTagName("enclosure").item(0);
      assertTrue(enclosure.getAttribute("url").startsWith("https://loa.vn/replay/"));
      assertEquals("audio/mpeg", enclosure.getAttribute("type"));
      assertEquals(600_000, Long.parseLong(enclosure.getAttribute("length")));
      assertEquals("75", text(item, "itunes:duration"));
    }
    assertEquals("Tiêm chủng <ngày mai> & \"mốt\"", text((Element) items.item(0), "title"));
  }

  @Test
  void letters_that_xml_forbids_do_not_break_the_feed() throws Exception {
    Document feed = feed(notice('a', "Mất\u0000 điện\u0008 \uFFFF và \uD83D\uDCE2"));
    assertEquals(
        "Mất điện  và \uD83D\uDCE2",
        text((Element) feed.getElementsByTagName("item").item(0), "title"));
  }

  @Test
  void an_empty_feed_is_a_feed() throws Exception {
    assertEquals(0, feed().getElementsByTagName("item").getLength());
  }

  private static AiredNotice notice(char letter, String title) {
    return new AiredNotice(
        String.valueOf(letter).repeat(24),
        title,
        "Kính mời bà con.",
        SIX_AM,
        new RecordingRef(
            new Digest(String.valueOf(letter).repeat(64)), 40_000, Duration.ofSeconds(75)));
  }

  private static Document feed(AiredNotice... notices) throws Exception {
    String xml =
        new Feed(new ReplayPage("Xã Hà Đông", List.of(notices)), "https://loa.vn", TEXTS).xml();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
