// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

/**
 * A block of sound, one frame longer or shorter: every frame is taken from between its neighbours,
 * so that nothing is cut out and nothing is heard twice. Pure.
 */
final class Stretch {
  private Stretch() {}

  /**
   * Stretches in place.
   *
   * @param pcm 16 bit signed little endian; two bytes longer than the block at least
   * @param from where the block begins
   * @param length of the block in bytes, 4 or more
   * @param frames 1 for one frame more, -1 for one less
   * @return the new length in bytes
   */
  static int by(byte[] pcm, int from, int length, int frames) {
    int old = length / 2;
    int now = old + frames;
    short[] block = new short[old];
    for (int i = 0; i < old; i++) {
      block[i] = (short) ((pcm[from + 2 * i] & 0xff) | pcm[from + 2 * i + 1] << 8);
    }
    for (int i = 0; i < now; i++) {
      double at = (double) i * (old - 1) / (now - 1);
      int left = Math.min((int) at, old - 2);
      long value = Math.round(block[left] + (at - left) * (block[left + 1] - block[left]));
      pcm[from + 2 * i] = (byte) value;
      pcm[from + 2 * i + 1] = (byte) (value >> 8);
    }
    return 2 * now;
  }
}
