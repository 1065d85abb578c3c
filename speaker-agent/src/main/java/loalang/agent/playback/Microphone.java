// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

/** What hears the street: a device, in tests a sound from a file. */
public interface Microphone {
  /** What it is, as a technician reads it. */
  String describe();

  /**
   * Begins to listen.
   *
   * @throws loalang.protocol.ProblemException MICROPHONE_UNUSABLE
   */
  Capture open();

  /** A microphone that listens; one thread. */
  interface Capture extends AutoCloseable {
    /** Samples a second, 8,000 to 48,000. */
    int rateHertz();

    /**
     * Takes what is there without waiting for more.
     *
     * @param pcm gets 16 bit signed little endian, one channel
     * @return bytes, an even number; 0 if nothing is there yet
     */
    int read(byte[] pcm);

    /** Gives the device back. */
    @Override
    void close();
  }
}
