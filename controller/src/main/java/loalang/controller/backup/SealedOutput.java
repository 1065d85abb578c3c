// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Seals what is written, piece by piece. Whole only if it was closed. */
final class SealedOutput extends OutputStream {
  private final OutputStream out;
  private final Seal seal;
  private final byte[] piece = new byte[Seal.PIECE_BYTES];
  private int filled;
  private boolean isClosed;

  SealedOutput(OutputStream out, Seal seal) throws IOException {
    this.out = out;
    this.seal = seal;
    out.write(seal.head());
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == piece.length) { // more comes: this piece is not the last
        out.write(seal.close(piece, filled, false));
        filled = 0;
      }
      int some = Math.min(length - done, piece.length - filled);
      System.arraycopy(bytes, offset + done, piece, filled, some);
      filled += some;
      done += some;
    }
  }

  @Override
  public void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      out.write(seal.close(piece, filled, true));
      out.close();
    }
  }
}
