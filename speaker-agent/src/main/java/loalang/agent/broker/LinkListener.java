// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import loalang.protocol.Digest;

/** Hears the connection, on a thread of the link: hand over and return at once. */
public interface LinkListener {
  /** Connected and subscribed: the office can be heard. */
  void connected();

  /** Not connected; the link tries again by itself. */
  void disconnected(String why);

  /**
   * Bytes came over a topic for orders.
   *
   * @param kept to be run when the order is in the journal or thrown away; until then the broker
   *     keeps it
   */
  void order(byte[] payload, Runnable kept);

  /**
   * Bytes came over a topic for plans.
   *
   * @param kept to be run when the plan is on the disk or thrown away
   */
  void plan(byte[] payload, Runnable kept);

  /** Bytes came over a topic for statements about keys. */
  void keyStatement(byte[] payload);

  /** The broker lets this pole hear the time: it may be asked for. */
  void timeOffered();

  /**
   * Bytes came over the topic for the time.
   *
   * @param heardNanos the monotonic counter when they came
   */
  void timeAnswer(byte[] payload, long heardNanos);

  /** Bytes came over the topic for acknowledgements. */
  void acknowledgement(byte[] payload);

  /** Bytes came over the topic of a recording. */
  void audio(Digest recording, byte[] payload);

  /** The broker took this report, or did not. */
  void reportSent(long number, boolean taken);
}
