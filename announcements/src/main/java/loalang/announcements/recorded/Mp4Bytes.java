// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import java.io.EOFException;
import java.io.IOException;
import net.sourceforge.jaad.mp4.MP4InputStream;

/** Bytes in memory that JAAD may move about in: telephones write the index at the end. */
final class Mp4Bytes extends MP4InputStream {
  private final byte[] bytes;
  private int at;

  Mp4Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    if (at >= bytes.length) {
      throw new EOFException("it ends early");
    }
    return bytes[at++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length > bytes.length - at) {
      throw new EOFException("it ends early");
    }
    System.arraycopy(bytes, at, into, offset, length);
    at += length;
    return length;
  }

  @Override
  public long skip(long count) throws IOException {
    if (count < 0 || count > bytes.length - at) {
      throw new EOFException("it ends early"); // 0 would be asked again for ever
    }
    at += (int) count;
    return count;
  }

  @Override
  public int available() {
    return bytes.length - at;
  }

  @Override
  public long getOffset() {
    return at;
  }

  @Override
  public void seek(long place) throws IOException {
    if (place < 0 || place > bytes.length) {
      throw new EOFException("it ends early");
    }
    at = (int) place;
  }

  @Override
  public boolean seekSupported() {
    return true;
  }

  @Override
  public boolean hasLeft() {
    return at < bytes.length;
  }

  @Override
  public void close() {}
}
