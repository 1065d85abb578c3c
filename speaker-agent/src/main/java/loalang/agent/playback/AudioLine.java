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

  /** The first frame sounds now. */
  void start();

  /** Frames the device has consumed since it was started, as the device itself counts. */
  long framesConsumed();

  /** Silence now: what is in the buffer is thrown away. May be called from another thread. */
  void silence();

  /** Gives the device back. */
  @Override
  void close();
}
