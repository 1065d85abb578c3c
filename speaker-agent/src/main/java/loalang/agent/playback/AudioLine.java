// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

/**
 * An open line: first filled, then started, then fed; tells how many frames it really consumed. The
 * audio thread only, but for {@link #silence}.
 */
public interface AudioLine extends AutoCloseable {

  /**
   * Gives bytes to the device. Before the start it takes what fits and does not wait; from the
   * start on it waits for room.
   *
   * @return how many it took; after the start, fewer than asked means that it is broken or was
   *     silenced
   */
  int write(byte[] pcm, int offset, int length);

  /**
   * Gives silence to the device that is to pass before the first frame; before the first {@link
   * #write} only. It takes room as frames do and is not counted among them.
   *
   * @param frames 0 or more
   * @return how many it took, as {@link #write} does
   */
  int writeSilence(int frames);

  /** The device begins now, with the silence if there is any. */
  void start();

  /** Frames after the silence that the device has consumed, as the device itself counts. */
  long framesConsumed();

  /** Silence now: what is in the buffer is thrown away. May be called from another thread. */
  void silence();

  /** Gives the device back. */
  @Override
  void close();
}
