// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import loalang.protocol.audio.AudioPart;

/**
 * An audio part and its bytes: version (1 byte), index, count (4 bytes each, big endian), sound.
 */
public final class AudioPartBytes {
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 9;

  private AudioPartBytes() {}

  /** The part as it travels. */
  public static byte[] encode(AudioPart part) {
    byte[] sound = part.bytes();
    return ByteBuffer.allocate(HEADER_BYTES + sound.length)
        .put(VERSION)
        .putInt(part.index())
        .putInt(part.count())
        .put(sound)
        .array();
  }

  /** Reads bytes from outside. */
  public static Decoded<AudioPart> decode(byte[] bytes) {
    if (bytes.length <= HEADER_BYTES || bytes[0] != VERSION) {
      return new Decoded.Malformed<>("Not an audio part of version " + VERSION + ".");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, HEADER_BYTES - 1);
    try {
      byte[] sound = Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
      return new Decoded.Understood<>(new AudioPart(buffer.getInt(), buffer.getInt(), sound));
    } catch (IllegalArgumentException e) {
      return new Decoded.Malformed<>(String.valueOf(e.getMessage()));
    }
  }
}
