// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

  private OfficeText() {}

  static String of(String fileName, byte[] bytes, DocumentLimits limits)
      throws IOException, XMLStreamException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int left = MOST_ENTRIES;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Every entry is unpacked to get past it, so every one is measured.
        byte[] part = bounded(zip, limits);
        if (entry.getName().equals("word/document.xml")) {
          return text(part, new WordElements(), limits);
        }
        if (entry.getName().equals("content.xml")) {
          return text(part, new OpenElements(), limits);
        }
        left--;
        if (left == 0) {
          throw Refusals.expandsTooMuch(limits.expandedBytes());
        }
      }
    }
    throw Refusals.typeUnknown(fileName);
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

  private static String text(byte[] part, OfficeElements elements, DocumentLimits limits)
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
          elements.start(reader.getLocalName(), flow);
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
