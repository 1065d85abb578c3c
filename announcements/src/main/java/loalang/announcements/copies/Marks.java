// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.copies;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a recording says of itself, as other kinds of file say it.
 *
 * @param comments the recording's own, by name
 */
record Marks(Map<String, String> comments) {
  private static final int ID3_HEAD_BYTES = 10;
  private static final int WAV_SIZE_AT = 4;
  private static final byte UTF_8 = 3;

  Marks {
    comments = Map.copyOf(comments);
  }

  /** An ID3v2.4 tag to stand before MP3 frames: the title, and each other mark as a TXXX frame. */
  byte[] id3() {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frame(frames, "TIT2", title());
    sorted().forEach(one -> frame(frames, "TXXX", one.getKey() + "\0" + one.getValue()));
    ByteBuffer tag = ByteBuffer.allocate(ID3_HEAD_BYTES + frames.size());
    tag.put("ID3".getBytes(StandardCharsets.US_ASCII)).put((byte) 4).put((byte) 0).put((byte) 0);
    return tag.putInt(sevenBits(frames.size())).put(frames.toByteArray()).array();
  }

  /** The same WAV file with a LIST INFO chunk at its end: INAM the title, ICMT all other marks. */
  byte[] inWav(byte[] wav) {
    String all =
        sorted().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("; "));
    byte[] name = info("INAM", title());
    byte[] remarks = info("ICMT", all);
    ByteBuffer marked =
        ByteBuffer.allocate(wav.length + 12 + name.length + remarks.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    marked.put(wav).put("LIST".getBytes(StandardCharsets.US_ASCII));
    marked.putInt(4 + name.length + remarks.length);
    marked.put("INFO".getBytes(StandardCharsets.US_ASCII)).put(name).put(remarks);
    return marked.putInt(WAV_SIZE_AT, marked.capacity() - 8).array();
  }

  private String title() {
    return comments.getOrDefault("TITLE", "");
  }

  private Stream<Map.Entry<String, String>> sorted() {
    return comments.entrySet().stream()
        .filter(one -> !one.getKey().equals("TITLE"))
        .sorted(Map.Entry.comparingByKey());
  }

  private static void frame(ByteArrayOutputStream into, String id, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(ID3_HEAD_BYTES + 1 + content.length);
    frame.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(sevenBits(1 + content.length));
    frame.putShort((short) 0).put(UTF_8).put(content);
    into.writeBytes(frame.array());
  }

  /** Four bytes of seven bits, so that no decoder takes a size for the beginning of sound. */
  private static int sevenBits(int size) {
    return (size & 0x7f)
        | ((size & 0x3f80) << 1)
        | ((size & 0x1fc000) << 2)
        | ((size & 0xfe00000) << 3);
  }

  /** A chunk whose text ends with a zero and whose length is even. */
  private static byte[] info(String id, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    int size = content.length + 1;
    ByteBuffer chunk = ByteBuffer.allocate(8 + size + size % 2).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(size).put(content).array();
  }
}
