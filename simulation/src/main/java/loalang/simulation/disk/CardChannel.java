// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file. */
final class CardChannel extends FileChannel {
  private final Card card;
  private final String name;
  private final CardFile file;
  private int position;

  CardChannel(Card card, String name, CardFile file) {
    this.card = card;
    this.name = name;
    this.file = file;
  }

  @Override
  public int read(ByteBuffer into) {
    int count = read(into, position);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public int read(ByteBuffer into, long at) {
    if (at >= file.size()) {
      return into.hasRemaining() ? -1 : 0;
    }
    return file.read((int) at, into);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int count = write(from, position);
    position += count;
    return count;
  }

  @Override
  public int write(ByteBuffer from, long at) throws IOException {
    byte[] fresh = new byte[from.remaining()];
    from.get(fresh);
    card.write(file, (int) at, fresh);
    return fresh.length;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long to) {
    position = (int) to;
    return this;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public FileChannel truncate(long to) {
    card.truncate(file, (int) to);
    position = (int) Math.min(position, to);
    return this;
  }

  @Override
  public void force(boolean withDates) {
    card.force(name, file);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) {
    throw new UnsupportedOperationException("One buffer at a time.");
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new UnsupportedOperationException("One buffer at a time.");
  }

  @Override
  public long transferTo(long at, long count, WritableByteChannel to) {
    throw new UnsupportedOperationException("Nobody copies on a card.");
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long at, long count) {
    throw new UnsupportedOperationException("Nobody copies on a card.");
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long at, long size) {
    throw new UnsupportedOperationException("A card is not mapped.");
  }

  @Override
  public FileLock lock(long at, long size, boolean shared) {
    throw new UnsupportedOperationException("One process has a card.");
  }

  @Override
  public FileLock tryLock(long at, long size, boolean shared) {
    throw new UnsupportedOperationException("One process has a card.");
  }

  @Override
  protected void implCloseChannel() {}
}
