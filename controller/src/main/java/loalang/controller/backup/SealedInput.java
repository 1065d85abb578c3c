// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;

/** Opens what {@link SealedOutput} sealed. Whole only if it was read to its end. */
final class SealedInput extends InputStream {
  private final PushbackInputStream in;
  private final Seal seal;
  private final byte[] sealed = new byte[Seal.PIECE_BYTES + Seal.TAG_BYTES];
  private byte[] piece = {};
  private int read;
  private boolean isLast;

  private SealedInput(InputStream in, Seal seal) {
    this.in = new PushbackInputStream(in, 1);
    this.seal = seal;
  }

  /** Throws if it begins otherwise. */
  static SealedInput of(InputStream in, String passphrase) throws IOException {
    byte[] head = in.readNBytes(Seal.HEAD_BYTES);
    if (!Seal.isHead(head)) {
      throw new IOException("it does not begin like a copy of an office");
    }
    return new SealedInput(in, Seal.of(head, passphrase));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (read == piece.length) {
      if (isLast) {
        return -1;
      }
      next();
    }
    int some = Math.min(length, piece.length - read);
    System.arraycopy(piece, read, into, offset, some);
    read += some;
    return some;
  }

  private void next() throws IOException {
    int length = in.readNBytes(sealed, 0, sealed.length);
    int more = in.read();
    isLast = more < 0;
    if (!isLast) {
      in.unread(more);
    }
    try {
      piece = seal.open(sealed, length, isLast);
    } catch (GeneralSecurityException e) {
      throw new IOException("the passphrase is another one, or it was damaged", e);
    }
    read = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
