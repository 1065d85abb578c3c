// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import loalang.controller.console.frame.Texts;
import loalang.controller.replay.AiredNotice;

/**
 * A feed for podcast programs (RSS 2.0 with the elements of iTunes and Atom that they ask for).
 *
 * @param page what residents may hear
 * @param home where they find it, without a slash at the end
 * @param texts in Vietnamese
 */
record Feed(ReplayPage page, String home, Texts texts) {
  private static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final long BYTES_PER_SECOND = 8_000; // of the MP3 copies: 64 kbit/s

  /** The document. */
  String xml() {
    StringWriter document = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(document);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("rss");
      xml.writeAttribute("version", "2.0");
      xml.writeNamespace("itunes", ITUNES);
      xml.writeNamespace("atom", ATOM);
      xml.writeStartElement("channel");
      head(xml);
      for (AiredNotice notice : page.notices()) {
        item(xml, notice);
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Memory cannot be written to.", e);
    }
    return document.toString();
  }

  private void head(XMLStreamWriter xml) throws XMLStreamException {
    element(xml, "title", texts.of("replay.feed-title", page.commune()));
    element(xml, "link", home + "/replay");
    element(xml, "description", texts.of("replay.feed-about", page.commune()));
    element(xml, "language", "vi");
    element(xml, "ttl", "30");
    if (!page.notices().isEmpty()) {
      element(xml, "lastBuildDate", date(page.notices().get(0).aired()));
    }
    xml.writeEmptyElement("atom", "link", ATOM);
    xml.writeAttribute("href", home + "/replay/feed.xml");
    xml.writeAttribute("rel", "self");
    xml.writeAttribute("type", "application/rss+xml");
    itunes(xml, "author", page.commune());
    itunes(xml, "explicit", "false");
  }

  private void item(XMLStreamWriter xml, AiredNotice notice) throws XMLStreamException {
    xml.writeStartElement("item");
    element(xml, "title", notice.title());
    element(xml, "link", home + "/replay#n" + notice.key());
    element(xml, "description", notice.text().isEmpty() ? notice.title() : notice.text());
    element(xml, "pubDate", date(notice.aired()));
    xml.writeStartElement("guid");
    xml.writeAttribute("isPermaLink", "false");
    xml.writeCharacters(notice.key());
    xml.writeEndElement();
    Duration length = notice.recording().duration();
    xml.writeEmptyElement("enclosure");
    xml.writeAttribute("url", home + "/replay/" + notice.key() + ".mp3");
    xml.writeAttribute("length", Long.toString(length.toMillis() * BYTES_PER_SECOND / 1_000));
    xml.writeAttribute("type", "audio/mpeg");
    itunes(xml, "duration", Long.toString(Math.max(1, length.toSeconds())));
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String words)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(words));
    xml.writeEndElement();
  }

  private static void itunes(XMLStreamWriter xml, String name, String words)
      throws XMLStreamException {
    xml.writeStartElement("itunes", name, ITUNES);
    xml.writeCharacters(allowed(words));
    xml.writeEndElement();
  }

  /** Control characters may not stand in XML 1.0 (§2.2), however they are written. */
  private static String allowed(String words) {
    StringBuilder allowed = new StringBuilder(words.length());
    words
        .codePoints()
        .filter(letter -> letter >= ' ' || letter == '\n' || letter == '\t')
        .filter(letter -> letter < 0xD800 || letter > 0xDFFF) // halves of a pair
        .filter(letter -> letter != 0xFFFE && letter != 0xFFFF)
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private String date(Instant instant) {
    ZoneId wall = texts.zone();
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .withLocale(Locale.ROOT)
        .format(instant.atZone(wall));
  }
}
