// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Word (.docx, ECMA-376) and OpenDocument (.odt, ISO 26300): XML in a zip. */
final class OfficeText {
  private static final int BUFFER = 8192;
  private static final int MOST_ENTRIES = 5000;
  private static final int MOST_PARTS = 4;
  private static final String WORD = "word/document.xml";
  private static final String WORD_NUMBERS = "word/numbering.xml";
  private static final String OPEN = "content.xml";
  private static final Set<String> PARTS = Set.of(WORD, WORD_NUMBERS, OPEN);

  private OfficeText() {}

  static String of(String fileName, byte[] bytes, DocumentLimits limits)
      throws IOException, XMLStreamException {
    Map<String, byte[]> parts = parts(bytes, limits);
    byte[] word = parts.get(WORD);
    if (word != null) {
      WordNumbering numbering = new WordNumbering();
      byte[] numbers = parts.get(WORD_NUMBERS);
      if (numbers != null) {
        walk(numbers, numbering, limits);
      }
      return walk(word, new WordElements(numbering), limits);
    }
    byte[] open = parts.get(OPEN);
    if (open != null) {
      return walk(open, new OpenElements(), limits);
    }
    throw Refusals.typeUnknown(fileName);
  }

  /** The parts that hold text or the numbers of lists. */
  private static Map<String, byte[]> parts(byte[] bytes, DocumentLimits limits) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int left = MOST_ENTRIES;
      long all = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Every entry is unpacked to get past it, so every one is measured.
        byte[] part = bounded(zip, limits);
        all += part.length;
        if (PARTS.contains(entry.getName())) {
          parts.putIfAbsent(entry.getName(), part);
        }
        left--;
        if (left == 0 || all > (long) MOST_PARTS * limits.expandedBytes()) {
          throw Refusals.expandsTooMuch(limits.expandedBytes());
        }
      }
    }
    return parts;
  }

  private static byte[] bounded(ZipInputStream zip, DocumentLimits limits) throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    int read = zip.read(buffer);
    while (read >= 0) {
      if (part.size() + read > limits.expandedBytes()) {
        throw Refusals.expandsTooMuch(limits.expandedBytes());
      }
      part.write(buffer, 0, read);
      read = zip.read(buffer);
    }
    return part.toByteArray();
  }

  private static String walk(byte[] part, OfficeElements elements, DocumentLimits limits)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
    try {
      return walk(reader, elements, limits);
    } finally {
      reader.close();
    }
  }

  private static String walk(XMLStreamReader reader, OfficeElements elements, DocumentLimits limits)
      throws XMLStreamException {
    Attributes attributes = name -> reader.getAttributeValue(null, name);
    Flow flow = new Flow();
    int depth = 0;
    int hiddenAt = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (depth > limits.depth()) {
          throw Refusals.tooDeep(limits.depth());
        }
        if (hiddenAt == 0 && elements.isHidden(reader.getLocalName())) {
          hiddenAt = depth;
        } else if (hiddenAt == 0) {
          elements.start(reader.getLocalName(), attributes, flow);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (hiddenAt == 0) {
          elements.end(reader.getLocalName(), flow);
        }
        hiddenAt = hiddenAt == depth ? 0 : hiddenAt;
        depth--;
      } else if (reader.hasText() && hiddenAt == 0 && event != XMLStreamConstants.COMMENT) {
        elements.text(reader.getText(), flow);
      }
    }
    return flow.text();
  }
}
