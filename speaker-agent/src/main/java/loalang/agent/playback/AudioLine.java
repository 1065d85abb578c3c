// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

/** An open line: takes frames and tells how many of them it really consumed. */
public interface AudioLine extends AutoCloseable {

  /**
   * Gives bytes to the device, waiting for room.
   *
   * @return how many it took; fewer than asked means that it is broken or was silenced
   */
  int write(byte[] pcm, int length);

  /** Frames the device has consumed since it was opened, as the device itself counts. */
  long framesConsumed();

  /** Silence now: what is in the buffer is thrown away. May be called from another thread. */
  void silence();

  /** Gives the device back. */
  @Override
  void close();
}
